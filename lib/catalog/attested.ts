import type { DecidedBy } from '#lib/domain/rollout/task';

/** A task that rests on a person's word, while there is no place yet to give it. */
export const attested = {
  kind: 'attestation',
  comesLater: 'Confirming this here, with a note and proof, comes in a later version.',
} as const satisfies DecidedBy;

/** A task that data will decide, once `sentence` has come true. */
export const laterData = (sentence: string): DecidedBy => ({ kind: 'later-data', comesLater: sentence });
