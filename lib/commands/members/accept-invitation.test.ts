import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signIn } from '#lib/commands/sign-in/sign-in';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { arrange, auditLog, visitor } from '#test/arrange';
import { addMember, addWorkspace, hashOf } from '#test/rows';
import { acceptInvitation } from './accept-invitation';
import { inviteMember } from './invite-member';
import { renewInvitation } from './renew-invitation';
import { revokeInvitation } from './revoke-invitation';

const password = 'a sentence to remember';
const newAccount = () => ({ name: 'Devi Rao', email: `Devi-${randomUUID()}@acme.example`, password });

async function invited(input: Record<string, unknown> = { appRole: 'it_owner' }) {
  const scene = await arrange();
  const made = await inviteMember(scene.ctx, input);
  if (!made.ok) throw new Error(made.error.code);
  const { id, path, expiresAt } = made.value;
  return { ...scene, id, expiresAt, secret: path.replace('/invite/', '') };
}

/** Somebody who is signed in, as the door hands them over: no app role here yet. */
const signedIn = (workspaceId: string, { accountId, name }: { accountId: string; name: string }): Context => {
  const ctx = visitor(workspaceId);
  return { ...ctx, actor: { ...ctx.actor, accountId, name } };
};

const members = (workspaceId: string) =>
  db.member.findMany({ where: { workspaceId }, orderBy: { createdAt: 'asc' }, include: { account: true } });

describe('acceptInvitation', () => {
  test('a new account becomes a member with the app role of the invitation, and can sign in', async () => {
    const { workspace, ctx, id, secret } = await invited();
    const fields = newAccount();
    const email = fields.email.toLowerCase();

    const result = await acceptInvitation(visitor(workspace.id), { secret, ...fields });

    expect(result).toMatchObject({
      ok: true,
      value: { slug: workspace.slug, email, appRole: 'it_owner', endsOn: null, version: 1 },
    });
    const [, member] = await members(workspace.id);
    expect(member).toMatchObject({ appRole: 'it_owner', endsAt: null, account: { email, name: 'Devi Rao' } });
    expect((await signIn(visitor(), { email, password, userAgent: '' })).ok).toBe(true);
    expect((await auditLog(workspace.id)).at(-1)).toMatchObject({
      action: 'member.joined',
      subject: `member:${member?.id}`,
      after: { email, appRole: 'it_owner', invitationId: id, invitedBy: ctx.actor.name },
    });
  });

  test('no secret stands in the audit log', async () => {
    const { workspace, secret } = await invited();

    await acceptInvitation(visitor(workspace.id), { secret, ...newAccount() });

    const text = JSON.stringify(await auditLog(workspace.id));
    for (const hidden of [secret, hashOf(secret), password, 'scrypt$']) expect(text).not.toContain(hidden);
  });

  test('an auditor’s last day is taken over', async () => {
    const { workspace, secret } = await invited({ appRole: 'auditor', endsOn: '2098-06-30' });

    await acceptInvitation(visitor(workspace.id), { secret, ...newAccount() });

    expect((await members(workspace.id)).at(-1)?.endsAt?.toISOString()).toBe('2098-06-30T22:00:00.000Z');
  });

  test('an invitation ends with the access it would give, also where its link would work longer', async () => {
    const { workspace, id, secret } = await invited({ appRole: 'auditor', endsOn: '2098-06-30' });
    const over = new Date('2098-06-30T22:00:00.000Z');
    const linkEnd = new Date('2098-07-05T10:00:00.000Z');
    await db.invitation.update({ where: { id }, data: { expiresAt: linkEnd } });
    const join = (now: Date) => acceptInvitation(visitor(workspace.id, now), { secret, ...newAccount() });

    expect(await join(over)).toMatchObject({ ok: false, error: { code: 'invitation_ended' } });
    expect(await members(workspace.id)).toHaveLength(1);
    expect(await join(new Date(over.getTime() - 1))).toMatchObject({ ok: true });
  });

  test('somebody who is signed in joins with that account', async () => {
    const { workspace, secret } = await invited({ appRole: 'auditor' });
    const elsewhere = await addMember(db, (await addWorkspace(db)).id);

    const result = await acceptInvitation(signedIn(workspace.id, elsewhere), { secret });

    expect(result).toMatchObject({ ok: true, value: { email: elsewhere.email, appRole: 'auditor' } });
    expect((await members(workspace.id)).at(-1)?.accountId).toBe(elsewhere.accountId);
  });

  test('a link never opens an account that is there: its holder signs in first', async () => {
    const { workspace, secret } = await invited();
    const victim = await addMember(db, (await addWorkspace(db)).id, { password: 'the password it has' });

    const result = await acceptInvitation(visitor(workspace.id), {
      secret,
      ...newAccount(),
      email: victim.email.toUpperCase(),
    });

    expect(result).toMatchObject({ ok: false, error: { code: 'account_exists' } });
    expect(await members(workspace.id)).toHaveLength(1);
    expect((await signIn(visitor(), { email: victim.email, password, userAgent: '' })).ok).toBe(false);
  });

  test('of two who use a link at once, one joins', async () => {
    const { workspace, secret } = await invited();
    const use = () => acceptInvitation(visitor(workspace.id), { secret, ...newAccount() });

    const results = await Promise.all([use(), use()]);

    const codes = results.map((result) => (result.ok ? 'joined' : result.error.code));
    expect(codes.sort()).toEqual(['joined', 'link_used']);
    expect(await members(workspace.id)).toHaveLength(2);
  });

  test('of two links used at once for one new address, one makes the account', async () => {
    const [one, two] = [await invited(), await invited()];
    const fields = newAccount();

    const results = await Promise.all(
      [one, two].map(({ workspace, secret }) =>
        acceptInvitation(visitor(workspace.id), { secret, ...fields }),
      ),
    );

    const codes = results.map((result) => (result.ok ? 'joined' : result.error.code));
    expect(codes.sort()).toEqual(['account_exists', 'joined']);
  });

  test('a used, a revoked, an ended, a replaced and a made-up link are refused, and nothing is stored', async () => {
    const [usedUp, revoked, ended, replaced] = [
      await invited(),
      await invited(),
      await invited(),
      await invited(),
    ];
    await acceptInvitation(visitor(usedUp.workspace.id), { secret: usedUp.secret, ...newAccount() });
    await revokeInvitation(revoked.ctx, { id: revoked.id });
    await renewInvitation(replaced.ctx, { id: replaced.id });
    const fields = newAccount();
    const codeOf = async (ctx: Context, secret: string) => {
      const result = await acceptInvitation(ctx, { secret, ...fields });
      return result.ok ? 'joined' : result.error.code;
    };

    expect(await codeOf(visitor(usedUp.workspace.id), usedUp.secret)).toBe('link_used');
    expect(await codeOf(visitor(revoked.workspace.id), revoked.secret)).toBe('invitation_ended');
    expect(await codeOf(visitor(ended.workspace.id, ended.expiresAt), ended.secret)).toBe('invitation_ended');
    expect(await codeOf(visitor(replaced.workspace.id), replaced.secret)).toBe('link_used');
    expect(await codeOf(visitor(ended.workspace.id), 'made-up')).toBe('link_used');
    expect(await codeOf(visitor(revoked.workspace.id), ended.secret)).toBe('link_used');
    expect(await db.account.count({ where: { email: fields.email.toLowerCase() } })).toBe(0);
  });

  test('a member joins no second time, and whose access was taken away does not come back by a link', async () => {
    const { workspace, secret } = await invited();
    const member = await addMember(db, workspace.id);
    const join = () => acceptInvitation(signedIn(workspace.id, member), { secret });

    expect(await join()).toMatchObject({ ok: false, error: { code: 'already_member' } });
    await db.member.update({ where: { id: member.id }, data: { deactivatedAt: new Date() } });
    expect(await join()).toMatchObject({
      ok: false,
      error: { code: 'already_member', message: expect.stringContaining('taken away') },
    });
  });

  test.each([
    ['a short password', { password: 'short' }, ['password']],
    ['no name', { name: ' ' }, ['name']],
    ['no e-mail address', { email: 'devi' }, ['email']],
    ['nothing of an account', { name: undefined, email: undefined, password: undefined }, []],
  ])('%s is refused beside its field, and the link stays', async (_, wrong, fields) => {
    const { workspace, secret } = await invited();

    const result = await acceptInvitation(visitor(workspace.id), { secret, ...newAccount(), ...wrong });

    expect(!result.ok && result.error.code).toBe('invalid_input');
    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(fields);
    expect((await acceptInvitation(visitor(workspace.id), { secret, ...newAccount() })).ok).toBe(true);
  });

  test('a member’s own context may not use it', async () => {
    const { ctx, secret } = await invited();

    expect(await acceptInvitation(ctx, { secret, ...newAccount() })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});
