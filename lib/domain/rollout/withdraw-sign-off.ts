import type { Duty } from '#lib/domain/owners/owner';
import { err, ok, type Result } from '#lib/domain/result';
import type { RolloutFacts } from './facts';
import type { StepProgress } from './progress';
import { maySign, type Signer, type SignOff } from './sign-off';

/** Why a signature is not taken back. */
export type WithdrawSignOffError =
  { code: 'not_your_duty'; message: string; duty: Duty } | { code: 'not_signed'; message: string };

/**
 * The signature under a step after `signer` has taken it back; what was signed stays in the record.
 *
 * A void signature can be taken back too. Fails with `not_your_duty` for another duty's step, and with
 * `not_signed` where no signature stands.
 */
export function withdrawSignOff(
  { step, signOff }: StepProgress,
  signer: Signer,
  facts: RolloutFacts,
): Result<SignOff, WithdrawSignOffError> {
  if (!maySign(signer, step.signedBy)) {
    const { label } = facts.guide.duties[step.signedBy];
    const message = `The ${label} takes back the signature under this step.`;
    return err({ code: 'not_your_duty', message, duty: step.signedBy });
  }
  if (signOff.state === 'unsigned') {
    return err({ code: 'not_signed', message: 'No signature stands under this step.' });
  }
  const { content, hash } = signOff.signature;
  const version = signOff.version + 1;
  return ok({
    step: step.number,
    kind: 'withdrawn',
    content,
    hash,
    note: null,
    at: facts.now,
    by: signer.name,
    version,
  });
}
