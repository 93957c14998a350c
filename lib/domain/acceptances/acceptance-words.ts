import { idOf, taskNamed, type NamedThing, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

/** Words of the events about acceptances. */
export const acceptanceWordings: Readonly<Record<string, Wording>> = {
  'acceptance.given': ({ subject }, guide) => ['accepted ', subjectNamed(guide, idOf(subject))],
  'acceptance.withdrawn': ({ subject }, guide) => [
    'took back the acceptance of ',
    subjectNamed(guide, idOf(subject)),
  ],
};

function subjectNamed(guide: Guide, subject: string): NamedThing {
  const known = guide.acceptances[subject];
  return { label: known?.label ?? subject, taskId: known ? taskNamed(guide, known.taskId).taskId : null };
}
