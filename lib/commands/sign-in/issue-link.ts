import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { findAccountByEmail } from '#lib/data/accounts';
import type { Db } from '#lib/data/db';
import { appendOneTimeLink } from '#lib/data/one-time-links';
import { countOwnWorkspaces } from '#lib/data/workspaces';
import { err, ok } from '#lib/domain/result';
import { emailAddress } from '#lib/domain/text';
import { secretHash } from '#lib/data/secret-hash';
import { newSecret } from './new-secret';

const setupHours = 24;
const recoverHours = 1;
const hours = (now: Date, count: number) => new Date(now.getTime() + count * 3_600_000);

/** The secret of a link that sets up an empty installation, for 24 hours; `already_set_up` once it is not empty. */
export const issueSetupLink = definePersonalCommand({
  input: z.strictObject({}),
  async run({ ctx, tx }) {
    if ((await countOwnWorkspaces(tx)) > 0) {
      return err({ code: 'already_set_up', message: 'This installation is set up already.' });
    }
    return ok(await appendSetupLink(tx, ctx));
  },
});

/** Adds a set-up link that works for 24 hours; gives its secret. */
export async function appendSetupLink(tx: Db, { now }: { now: Date }) {
  const secret = newSecret();
  const expiresAt = hours(now, setupHours);
  await appendOneTimeLink(tx, {
    id: randomUUID(),
    kind: 'setup',
    accountId: null,
    tokenHash: secretHash(secret),
    createdAt: now,
    expiresAt,
  });
  return { secret, expiresAt };
}

/** The secret of a link with which one account sets a new password, for an hour. */
export const issueRecoverLink = definePersonalCommand({
  input: z.strictObject({ email: emailAddress }),
  async run({ ctx, tx, input }) {
    const account = await findAccountByEmail(tx, { email: input.email.toLowerCase() });
    if (!account) return err({ code: 'not_found', message: `There is no account for ${input.email}.` });
    const secret = newSecret();
    const expiresAt = hours(ctx.now, recoverHours);
    await appendOneTimeLink(tx, {
      id: randomUUID(),
      kind: 'recover',
      accountId: account.id,
      tokenHash: secretHash(secret),
      createdAt: ctx.now,
      expiresAt,
    });
    return ok({ secret, expiresAt });
  },
});
