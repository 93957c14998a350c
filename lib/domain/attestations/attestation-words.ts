import { idOf, taskNamed, type Wording } from '#lib/domain/audit/event-words';

/** Words of the events about attestations. */
export const attestationWordings: Readonly<Record<string, Wording>> = {
  'task.attested': ({ subject }, guide) => ['confirmed ', taskNamed(guide, idOf(subject))],
  'task.attestation_withdrawn': ({ subject }, guide) => [
    'took back the confirmation of ',
    taskNamed(guide, idOf(subject)),
  ],
};
