import { z } from 'zod';
import { idOf, taskNamed, type Wording } from '#lib/domain/audit/event-words';
import { outcomes, outcomeWords } from './check';

const recorded = z.object({ label: z.string(), outcome: z.enum(outcomes) });

/** Words of the events about checks. */
export const checkWordings: Readonly<Record<string, Wording>> = {
  'check.recorded': ({ subject, after }, guide) => {
    const found = recorded.safeParse(after).data;
    if (!found) return null;
    return [
      'looked at ',
      taskNamed(guide, idOf(subject)),
      ` (${found.label}): ${outcomeWords[found.outcome].toLowerCase()}`,
    ];
  },
};
