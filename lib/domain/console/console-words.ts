import { z } from 'zod';
import { taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';

const confirmed = z.object({ words: z.string() });

const told =
  (begin: string): Wording =>
  ({ after }, guide) => {
    const event = confirmed.safeParse(after).data;
    if (!event) return null;
    const taskId = taskDecidedBy(guide, (by) => by.kind === 'access' && by.part === 'assignment');
    return [begin, { label: event.words, taskId }];
  };

/** Words of the events about what was done in the vendor's console. */
export const consoleWordings: Readonly<Record<string, Wording>> = {
  'console.step_confirmed': told('confirmed in the vendor’s console: '),
  'console.all_confirmed': told('confirmed in the vendor’s console: '),
  'console.step_taken_back': told('took back the confirmation: '),
};
