import { z } from 'zod';
import { taskDecidedBy, type StoredEvent, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { storedExpectation, type Expectation } from './expectation';
import { expectationSentence } from './expectation-words';

const stored = z.object({ list: z.array(storedExpectation) });
const listIn = (value: unknown): readonly Expectation[] => stored.safeParse(value).data?.list ?? [];

/** The one that stands in `there` and not, or otherwise, in `here`. */
const other = (there: readonly Expectation[], here: readonly Expectation[]) => {
  const known = new Set(here.map((one) => JSON.stringify(one)));
  return there.find((one) => !known.has(JSON.stringify(one)));
};

const taskOf = (guide: Guide) =>
  taskDecidedBy(guide, (by) => by.kind === 'access' && by.part === 'expectations');

type Side = 'before' | 'after';

const told =
  (words: string, side: Side): Wording =>
  (event: StoredEvent, guide) => {
    const [there, here] = side === 'after' ? [event.after, event.before] : [event.before, event.after];
    const found = other(listIn(there), listIn(here));
    if (!found) return null;
    const label = expectationSentence(found, { groups: [], permissions: guide.permissions });
    return [words, { label: `“${label}”`, taskId: taskOf(guide) }];
  };

const whole =
  (words: string): Wording =>
  (_event, guide) => [words, { label: 'what is expected of access', taskId: taskOf(guide) }];

/** Words of the events about expectations. */
export const expectationWordings: Readonly<Record<string, Wording>> = {
  'expectation.added': told('expects ', 'after'),
  'expectation.changed': told('now expects ', 'after'),
  'expectation.removed': told('no longer expects ', 'before'),
  'expectations.ordered': whole('put another order into '),
  'expectations.set': whole('said anew '),
};
