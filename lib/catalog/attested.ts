import type { BasisPart } from '#lib/domain/rollout/basis';
import type { DecidedBy } from '#lib/domain/rollout/task';

/** A task that a person's word decides, given for `parts` as they are then. */
export const attested = (...parts: BasisPart[]): DecidedBy => ({ kind: 'attestation', restsOn: parts });
