import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findAccount, savePasswordHash } from '#lib/data/accounts';
import { findLivingLink, saveAccountLinksUsed, saveLinkUsed } from '#lib/data/one-time-links';
import { forgetFailedSignIns } from '#lib/data/refusals';
import { saveAllSessionsRevoked } from '#lib/data/sessions';
import { changed } from '#lib/domain/audit/audit-event';
import { err, ok } from '#lib/domain/result';
import { hashPassword } from './password';
import { passwordText } from './password-text';
import { secretHash } from '#lib/data/secret-hash';

/**
 * Sets a new password for the account of a recovery link; ends all its sessions, its other links and its
 * failed sign-ins.
 *
 * `link_used` when the link was used or has ended. The event stands in the chain of the workspace in which
 * the account is a member.
 */
export const recoverAccount = defineCommand({
  capability: 'account.recover',
  input: z.strictObject({ secret: z.string(), password: passwordText }),
  output: z.object({ email: z.string() }),
  async run({ ctx, tx, input }) {
    const tokenHash = secretHash(input.secret);
    const link = await findLivingLink(tx, { tokenHash, kind: 'recover', now: ctx.now });
    const account = link?.accountId ? await findAccount(tx, { accountId: link.accountId }) : null;
    if (!link || !account || !(await saveLinkUsed(tx, { linkId: link.id, now: ctx.now }))) {
      return err({ code: 'link_used', message: 'This link was used or has ended. Ask for a new one.' });
    }
    const passwordHash = await hashPassword(input.password);
    await savePasswordHash(tx, { accountId: account.id, passwordHash });
    await saveAccountLinksUsed(tx, { accountId: account.id, now: ctx.now });
    await saveAllSessionsRevoked(tx, { accountId: account.id, now: ctx.now });
    await forgetFailedSignIns(tx, { subject: secretHash(account.email) });
    return ok(
      changed(
        { email: account.email },
        {
          action: 'account.recovered',
          subject: `account:${account.id}`,
          before: null,
          after: { email: account.email },
        },
      ),
    );
  },
});
