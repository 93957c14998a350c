import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { findAccountByEmail } from '#lib/data/accounts';
import { listMemberships } from '#lib/data/members';
import { forgetFailedSignIns } from '#lib/data/refusals';
import { appendSession } from '#lib/data/sessions';
import { err, ok } from '#lib/domain/result';
import { emailAddress } from '#lib/domain/text';
import { verifyPassword } from './password';
import { secretHash } from '#lib/data/secret-hash';
import { newSecret } from './new-secret';
import { sessionEnd } from './session-end';

const maxUserAgent = 300;

/**
 * Opens a session for an e-mail address and its password, and gives the secret for the cookie.
 *
 * One code, `wrong_credentials`, for an unknown address, a wrong password and an account without a
 * membership that has not ended: the answer does not tell who has an account. The password itself is never
 * trimmed. Attempts are limited by `startSignIn`, which a door calls first.
 */
export const signIn = definePersonalCommand({
  input: z.strictObject({
    email: emailAddress,
    password: z.string().min(1, 'Write your password.').max(1000),
    userAgent: z.string(),
  }),
  async run({ ctx, tx, input }) {
    const email = input.email.toLowerCase();
    const account = await findAccountByEmail(tx, { email });
    const proved = await verifyPassword(input.password, account?.passwordHash ?? null);
    const memberships = account ? await listMemberships(tx, { accountId: account.id, now: ctx.now }) : [];
    if (!account || !proved || memberships.length === 0) {
      return err({
        code: 'wrong_credentials',
        message: 'This e-mail address and password do not go together.',
      });
    }
    await forgetFailedSignIns(tx, { subject: secretHash(email) });

    const secret = newSecret();
    await appendSession(tx, {
      id: randomUUID(),
      accountId: account.id,
      tokenHash: secretHash(secret),
      userAgent: input.userAgent.slice(0, maxUserAgent),
      createdAt: ctx.now,
      lastUsedAt: ctx.now,
      expiresAt: sessionEnd(ctx.now),
    });
    return ok({ secret, accountId: account.id, name: account.name, email: account.email });
  },
});
