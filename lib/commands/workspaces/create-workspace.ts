import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { ownAccount } from '#lib/commands/sign-in/own-account';
import { hashPassword } from '#lib/commands/sign-in/password';
import { passwordText } from '#lib/commands/sign-in/password-text';
import { secretHash } from '#lib/data/secret-hash';
import { appendAccount } from '#lib/data/accounts';
import { appendApiToken } from '#lib/data/api-tokens';
import type { Db } from '#lib/data/db';
import { appendMember } from '#lib/data/members';
import { findLivingLink, saveLinkUsed } from '#lib/data/one-time-links';
import { takeTurn } from '#lib/data/transact';
import { appendWorkspace, countOwnWorkspaces } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { err, ok } from '#lib/domain/result';
import { suggestSlug, workspaceSlug } from '#lib/domain/slug';
import { emailAddress, plainText } from '#lib/domain/text';

const shortestToken = 32;
const noSlug = {
  slug: ['Write an address: lower-case letters, digits and single hyphens, such as acme-europe.'],
};

const input = z.strictObject({
  /** Secret of the one-time set-up link. */
  secret: z.string(),
  name: plainText({ max: 200 }),
  email: emailAddress,
  password: passwordText,
  workspaceName: plainText({ max: 200 }),
  /** Left out, it is made from the workspace's name. */
  slug: workspaceSlug.optional(),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone, such as Europe/Berlin.'),
  /** An API token of this first member, without end date; only its hash is kept. */
  token: z.string().min(shortestToken, `Use at least ${shortestToken} characters.`).max(500).optional(),
});

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Creates the installation's first workspace and its first member, a workspace owner.
 *
 * It names no Step 0 owner and writes no setting. `link_used` when the set-up link was used or has ended,
 * `already_set_up` when there is a workspace besides the example. Of two who try at once, one succeeds.
 */
export const createWorkspace = defineCommand({
  capability: 'workspace.create',
  input,
  output: z.object({ slug: z.string(), name: z.string(), email: z.string() }),
  async run({ ctx, tx, input }) {
    const slug = workspaceSlug.safeParse(input.slug ?? suggestSlug(input.workspaceName));
    if (!slug.success) {
      return err({ code: 'invalid_input', message: 'Some fields need another value.', fields: noSlug });
    }
    await takeTurn(tx, 'installation');
    if ((await countOwnWorkspaces(tx)) > 0) {
      return err({ code: 'already_set_up', message: 'This installation is set up already.' });
    }
    const tokenHash = secretHash(input.secret);
    const link = await findLivingLink(tx, { tokenHash, kind: 'setup', now: ctx.now });
    if (!link || !(await saveLinkUsed(tx, { linkId: link.id, now: ctx.now }))) {
      return err({
        code: 'link_used',
        message: 'This set-up link was used or has ended. Start Slipway again for a new one.',
      });
    }
    const owner = await ownAccount(tx, input);
    if (!owner.ok) return owner;
    await appendFirstMember(ctx, tx, { ...input, slug: slug.data, accountId: owner.value });
    const value = { slug: slug.data, name: input.workspaceName, email: input.email.toLowerCase() };
    return ok(
      changed(value, {
        action: 'workspace.created',
        subject: `workspace:${slug.data}`,
        before: null,
        after: {
          ...value,
          timeZone: input.timeZone,
          firstMember: input.name,
          apiToken: Boolean(input.token),
        },
      }),
    );
  },
});

type FirstMember = z.output<typeof input> & { slug: string; accountId: string | null };

async function appendFirstMember(ctx: Context, tx: Db, fields: FirstMember) {
  const { workspaceId, now: createdAt } = ctx;
  const { slug, timeZone, name } = fields;
  const accountId = fields.accountId ?? randomUUID();
  const memberId = randomUUID();
  await appendWorkspace(tx, { id: workspaceId, slug, name: fields.workspaceName, timeZone, createdAt });
  if (fields.accountId === null) {
    const passwordHash = await hashPassword(fields.password);
    const email = fields.email.toLowerCase();
    await appendAccount(tx, { id: accountId, email, name, passwordHash, createdAt });
  }
  await appendMember(tx, { id: memberId, workspaceId, accountId, appRole: 'workspace_owner', createdAt });
  if (!fields.token) return;
  await appendApiToken(tx, {
    id: randomUUID(),
    workspaceId,
    memberId,
    name: 'Set up with the installation',
    scope: 'member',
    tokenHash: secretHash(fields.token),
    createdAt,
    expiresAt: null,
  });
}
