import { z } from 'zod';
import { idOf, taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

/** A file by its name, as a link to where it is edited. */
const named = (subject: string, guide: Guide) => ({
  label: idOf(subject),
  taskId: taskDecidedBy(guide, (by) => by.kind === 'configuration'),
});

const keySet = z.object({ key: z.string() });

/** Words of the events about the texts of configuration files, and about what the form took over from them. */
export const textWordings: Readonly<Record<string, Wording>> = {
  'config_text.written': ({ subject }, guide) => ['wrote the text of ', named(subject, guide)],
  'config_text.key_set': ({ subject, after }, guide) => {
    const set = keySet.safeParse(after).data;
    return set ? [`set ${set.key} in `, named(subject, guide)] : null;
  },
  'config_text.put_back': ({ subject }, guide) => ['put back the earlier text of ', named(subject, guide)],
  'config_text.followed': ({ subject }, guide) => [
    'changed the text of ',
    named(subject, guide),
    ' along with it',
  ],
  'configuration.read_from_text': () => ['changed the baseline decisions by the text of a file'],
  'login_restriction.read_from_text': () => ['changed how local clients may sign in by the text of a file'],
};
