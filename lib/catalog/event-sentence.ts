import { describeEvent } from '#lib/domain/audit/describe-event';
import type { StoredEvent } from '#lib/domain/audit/event-words';
import { guide } from './guide';
import { taskPath } from './task-path';

/** Words of an event, with the address of each thing it names; null for a thing that has none. */
export type EventSentence = readonly (string | { label: string; href: string | null })[];

/** An event of a workspace in the words of its feed, to be read after the actor's name. */
export function eventSentence(workspaceSlug: string, event: StoredEvent): EventSentence {
  return describeEvent(event, guide).map((part) => {
    if (typeof part === 'string') return part;
    const { label, taskId } = part;
    return { label, href: taskId === null ? null : taskPath(workspaceSlug, taskId) };
  });
}
