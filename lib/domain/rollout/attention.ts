import { duties as everyDuty, type Duty } from '#lib/domain/owners/owner';
import type { RolloutProgress } from './progress';
import type { TaskStatus } from './task-status';

/** The open tasks of a duty that nobody holds. */
export type Unowned = { duty: Duty; tasks: readonly TaskStatus[] };

const openTasks = (progress: RolloutProgress): TaskStatus[] =>
  progress.steps
    .flatMap(({ tasks }) => tasks)
    .filter(({ state }) => state !== 'done' && state !== 'not_applicable');

/** What nobody owns: the duties without an owner, each with its open tasks. */
export function unownedTasks(progress: RolloutProgress): Unowned[] {
  const unowned = openTasks(progress).filter(({ owner }) => owner.name === null);
  return everyDuty
    .map((duty) => ({ duty, tasks: unowned.filter(({ owner }) => owner.duty === duty) }))
    .filter(({ tasks }) => tasks.length > 0);
}

/**
 * What whoever holds `duties` waits for: named others' open tasks that can be done here, in the guide's order.
 *
 * Without duties it is what anybody waits for.
 */
export function waitingForOthers(progress: RolloutProgress, duties: readonly Duty[] = []): TaskStatus[] {
  return openTasks(progress).filter(({ owner }) => owner.name !== null && !duties.includes(owner.duty));
}

/** What only time is needed for, soonest first. */
export function waitingForTime(progress: RolloutProgress): TaskStatus[] {
  const time = (status: TaskStatus) => status.waitingUntil?.getTime() ?? 0;
  return openTasks(progress)
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => time(a) - time(b));
}
