import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { ownAccount } from '#lib/commands/sign-in/own-account';
import { hashPassword } from '#lib/commands/sign-in/password';
import { passwordText } from '#lib/commands/sign-in/password-text';
import { appendAccount } from '#lib/data/accounts';
import { findLivingLink, saveLinkUsed } from '#lib/data/one-time-links';
import { secretHash } from '#lib/data/secret-hash';
import { transactAlone } from '#lib/data/transact';
import { err, ok } from '#lib/domain/result';
import { emailAddress, plainText } from '#lib/domain/text';
import { createExample, joinExample } from './create-example';

const takeLink = definePersonalCommand({
  input: z.strictObject({
    /** Secret of the one-time set-up link. */
    secret: z.string(),
    name: plainText({ max: 200 }),
    email: emailAddress,
    password: passwordText,
  }),
  async run({ ctx, tx, input }) {
    const own = await ownAccount(tx, input);
    if (!own.ok) return own;
    const link = await findLivingLink(tx, {
      tokenHash: secretHash(input.secret),
      kind: 'setup',
      now: ctx.now,
    });
    if (!link || !(await saveLinkUsed(tx, { linkId: link.id, now: ctx.now }))) {
      const message = 'This set-up link was used or has ended. Start Slipway again for a new one.';
      return err({ code: 'link_used', message });
    }
    if (own.value !== null) return ok({ accountId: own.value });
    const email = input.email.toLowerCase();
    const accountId = randomUUID();
    const passwordHash = await hashPassword(input.password);
    await appendAccount(tx, { id: accountId, email, name: input.name, passwordHash, createdAt: ctx.now });
    return ok({ accountId });
  },
});

/**
 * The other door of the first run: an account for whoever holds the set-up link, and the example with that
 * account as a workspace owner. `link_used` when the link was used or has ended.
 */
export const exploreExample: typeof takeLink = async (ctx, input) => {
  const taken = await takeLink(ctx, input);
  if (!taken.ok) return taken;
  const { accountId } = taken.value;
  const { now } = ctx;
  const workspaceId = await createExample(now, null);
  await transactAlone((tx) => joinExample(tx, { workspaceId, accountId, now }));
  return taken;
};
