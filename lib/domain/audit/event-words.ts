import type { Guide } from '#lib/domain/rollout/step';
import type { DecidedBy } from '#lib/domain/rollout/task';

/** A thing an event names, and the task at which it is found; null where it is no task. */
export type NamedThing = { label: string; taskId: string | null };

/** What happened, to be read after the actor's name. Spaces and commas are part of the words. */
export type EventWords = readonly (string | NamedThing)[];

/** Of an event, what it takes to word it; `before` and `after` are what the command stored. */
export type StoredEvent = { action: string; subject: string; before: unknown; after: unknown };

/** Words an event; null where its stored values cannot be read. */
export type Wording = (event: StoredEvent, guide: Guide) => EventWords | null;

/** The id in an event's subject `<noun>:<id>`. */
export const idOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** Id of the first task of the guide whose state is decided so; null where none is. */
export function taskDecidedBy(guide: Guide, decides: (decidedBy: DecidedBy) => boolean): string | null {
  const tasks = guide.steps.flatMap((step) => step.tasks);
  return tasks.find((task) => decides(task.decidedBy))?.id ?? null;
}

/** A task by its title; an id the guide no longer knows is told by itself. */
export function taskNamed(guide: Guide, taskId: string): NamedThing {
  const task = guide.steps.flatMap((step) => step.tasks).find(({ id }) => id === taskId);
  return { label: task?.title ?? taskId, taskId: task ? taskId : null };
}
