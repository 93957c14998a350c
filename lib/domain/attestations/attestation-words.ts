import { z } from 'zod';
import { idOf, taskNamed, type Wording } from '#lib/domain/audit/event-words';

const added = z.object({ name: z.string(), version: z.number() });

/** Words of the events about attestations. */
export const attestationWordings: Readonly<Record<string, Wording>> = {
  'task.attested': ({ subject }, guide) => ['confirmed ', taskNamed(guide, idOf(subject))],
  'task.attestation_withdrawn': ({ subject }, guide) => [
    'took back the confirmation of ',
    taskNamed(guide, idOf(subject)),
  ],
  'evidence.added': ({ subject, after }, guide) => {
    const file = added.safeParse(after).data;
    if (!file) return null;
    const which = file.version > 1 ? `, version ${file.version},` : '';
    return [`added the file ${file.name}${which} as proof of `, taskNamed(guide, idOf(subject))];
  },
};
