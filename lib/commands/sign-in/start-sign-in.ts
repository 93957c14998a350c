import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { countFailedSignIns, recordRefusal } from '#lib/data/refusals';
import { takeTurn } from '#lib/data/transact';
import { err, ok } from '#lib/domain/result';
import { emailAddress } from '#lib/domain/text';
import { secretHash } from '#lib/data/secret-hash';

const windowMinutes = 15;
const perAccount = 10;
const perAddress = 100;

/**
 * Counts an attempt to sign in before the password is looked at, so that attempts made at once all count.
 *
 * Ten in fifteen minutes for one e-mail address and a hundred from one network address; then
 * `too_many_attempts`. A sign-in that succeeds takes back the attempts of its e-mail address.
 */
export const startSignIn = definePersonalCommand({
  input: z.strictObject({ email: emailAddress, address: z.string().max(100) }),
  async run({ ctx, tx, input }) {
    const subject = secretHash(input.email.toLowerCase());
    await takeTurn(tx, `sign-in:${subject}`);
    const since = new Date(ctx.now.getTime() - windowMinutes * 60_000);
    const failed = await countFailedSignIns(tx, { subject, address: input.address, since });
    if (failed.bySubject >= perAccount || failed.byAddress >= perAddress) {
      return err({
        code: 'too_many_attempts',
        message: `Too many attempts to sign in. Try again in ${windowMinutes} minutes.`,
      });
    }
    await recordRefusal(tx, {
      kind: 'sign_in',
      workspaceId: null,
      subject,
      address: input.address,
      capability: '',
      at: ctx.now,
    });
    return ok({ attemptsLeft: perAccount - failed.bySubject - 1 });
  },
});
