import { z } from 'zod';
import {
  idOf,
  taskNamed,
  type NamedThing,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

/** Words of the events about acceptances. */
export const acceptanceWordings: Readonly<Record<string, Wording>> = {
  'acceptance.given': (event, guide) => ['accepted ', subjectNamed(guide, event)],
  'acceptance.withdrawn': (event, guide) => ['took back the acceptance of ', subjectNamed(guide, event)],
};

const labelled = z.object({ label: z.string() });

/** What the guide calls it, else what it was called when it was accepted. */
function subjectNamed(guide: Guide, { subject, after }: StoredEvent): NamedThing {
  const id = idOf(subject);
  const known = guide.acceptances[id];
  const label = known?.label ?? labelled.safeParse(after).data?.label ?? id;
  return { label, taskId: known ? taskNamed(guide, known.taskId).taskId : null };
}
