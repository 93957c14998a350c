import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { hashPassword } from '#lib/commands/sign-in/password';
import { passwordText } from '#lib/commands/sign-in/password-text';
import { appendAccount, findAccount, findAccountByEmail } from '#lib/data/accounts';
import type { Db } from '#lib/data/db';
import { findInvitationBySecret, saveInvitationUsed } from '#lib/data/invitations';
import { findMemberByEmail } from '#lib/data/member-records';
import { appendMember } from '#lib/data/members';
import { secretHash } from '#lib/data/secret-hash';
import { takeTurn } from '#lib/data/transact';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { invitationStanding, type InvitationStanding } from '#lib/domain/members/invitation';
import { memberView, toMemberView } from '#lib/domain/members/member';
import { err, ok } from '#lib/domain/result';
import { emailAddress, plainText } from '#lib/domain/text';

const input = z.strictObject({
  /** Secret of the invitation's link. */
  secret: z.string(),
  /** Name, address and password of a new account; left out by somebody who is signed in. */
  name: plainText({ max: 200 }).optional(),
  email: emailAddress.optional(),
  password: passwordText.optional(),
});

const used = { code: 'link_used', message: 'This link was used already, or was never made.' } as const;
const endings: Readonly<Record<Exclude<InvitationStanding, 'open' | 'used'>, string>> = {
  revoked: 'This invitation was revoked. Ask for a new one.',
  ended: 'This invitation has ended. Ask for a new one.',
};

/**
 * Makes a member by an invitation's link: with a new account, or with the account that is signed in.
 *
 * `link_used` for a link that was used or never made, `invitation_ended` for one that was revoked or whose days
 * are over. `account_exists` for an address that has an account: its holder signs in first, so that a link never
 * opens the account of another. `already_member` for a member of this workspace, also a deactivated one: access
 * that was taken away is given back by a workspace owner alone.
 */
export const acceptInvitation = defineCommand({
  capability: 'invitation.accept',
  input,
  output: memberView.extend({ slug: z.string() }),
  async run({ ctx, tx, input: { secret, ...fields } }) {
    const { workspaceId, now } = ctx;
    const found = await findInvitationBySecret(tx, { tokenHash: secretHash(secret) });
    if (found?.workspace.id !== workspaceId) return err(used);
    const { invitation, workspace } = found;
    const standing = invitationStanding(invitation, now);
    if (standing === 'used') return err(used);
    if (standing !== 'open') return err({ code: 'invitation_ended', message: endings[standing] });

    const account = await accountOf(ctx, tx, fields);
    if (!account.ok) return account;
    const { accountId, name, email } = account.value;
    const member = await findMemberByEmail(tx, { workspaceId, email });
    if (member) return err(alreadyMember(member));

    const id = randomUUID();
    const { appRole, endsAt } = invitation;
    await appendMember(tx, { id, workspaceId, accountId, appRole, endsAt, createdAt: now });
    if (!(await saveInvitationUsed(tx, { invitationId: invitation.id, memberId: id, now }))) return err(used);
    const view = toMemberView(
      { id, name, email, appRole, endsAt, deactivatedAt: null, version: 1 },
      workspace.timeZone,
    );
    const after = { ...view, invitationId: invitation.id, invitedBy: invitation.createdBy };
    return ok(
      changed(
        { ...view, slug: workspace.slug },
        { action: 'member.joined', subject: `member:${id}`, before: null, after },
      ),
    );
  },
});

const alreadyMember = ({ deactivatedAt }: { deactivatedAt: Date | null }) => ({
  code: 'already_member' as const,
  message: deactivatedAt
    ? 'Your access to this workspace was taken away. A workspace owner can give it back.'
    : 'You are a member of this workspace already.',
});

type NewAccount = Omit<z.output<typeof input>, 'secret'>;

/** The account that joins: the one that is signed in, or a new one. */
async function accountOf(ctx: Context, tx: Db, { name, email: address, password }: NewAccount) {
  if (ctx.actor.accountId !== null) {
    const account = await findAccount(tx, { accountId: ctx.actor.accountId });
    // INVARIANT: accounts are never removed.
    if (!account) throw new Error(`No account ${ctx.actor.accountId}.`);
    return ok({ accountId: account.id, name: account.name, email: account.email });
  }
  if (name === undefined || address === undefined || password === undefined) {
    return err({
      code: 'invalid_input',
      message: 'A new account needs a name, an e-mail address and a password.',
      fields: {},
    });
  }
  const email = address.toLowerCase();
  // Two links may be used for one address at once, each in the turn of its own workspace.
  await takeTurn(tx, `account:${email}`);
  if (await findAccountByEmail(tx, { email })) {
    return err({
      code: 'account_exists',
      message:
        'There is an account with this address here. Sign in with it first, then open this link again.',
    });
  }
  const accountId = randomUUID();
  const passwordHash = await hashPassword(password);
  await appendAccount(tx, { id: accountId, email, name, passwordHash, createdAt: ctx.now });
  return ok({ accountId, name, email });
}
