import { idOf, type NamedThing, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from './step';

/** Words of the events about signatures under a step. */
export const signOffWordings: Readonly<Record<string, Wording>> = {
  'step.signed': ({ subject }, guide) => ['signed off ', stepNamed(guide, idOf(subject))],
  'step.signature_withdrawn': ({ subject }, guide) => [
    'took back the signature under ',
    stepNamed(guide, idOf(subject)),
  ],
};

function stepNamed(guide: Guide, id: string): NamedThing {
  const step = guide.steps.find(({ number }) => String(number) === id);
  return { label: `Step ${id}${step ? `, ${step.title}` : ''}`, taskId: step?.tasks[0]?.id ?? null };
}
