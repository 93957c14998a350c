import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { findRecoverLink } from '#lib/queries/one-time-links';
import { arrange, auditLog, visitor } from '#test/arrange';
import { addMember, addSession, hashOf } from '#test/rows';
import { issueRecoverLink, issueSetupLink } from './issue-link';
import { recoverAccount } from './recover-account';
import { signIn } from './sign-in';
import { startSignIn } from './start-sign-in';

const password = 'a new password, long enough';

async function lockedOut() {
  const { workspace, as } = await arrange();
  const member = await addMember(db, workspace.id, { password: 'forgotten long ago' });
  const link = await issueRecoverLink(visitor(), { email: member.email.toUpperCase() });
  if (!link.ok) throw new Error(link.error.code);
  return { member, workspace, as, secret: link.value.secret, expiresAt: link.value.expiresAt };
}

describe('recoverAccount', () => {
  test('the new password opens the account, and the old one no longer does', async () => {
    const { member, workspace, secret } = await lockedOut();
    const { email } = member;

    const result = await recoverAccount(visitor(workspace.id), { secret, password });

    expect(result).toEqual({ ok: true, value: { email } });
    expect((await signIn(visitor(), { email, password, userAgent: '' })).ok).toBe(true);
    expect((await signIn(visitor(), { email, password: 'forgotten long ago', userAgent: '' })).ok).toBe(
      false,
    );
    expect(await auditLog(workspace.id)).toMatchObject([
      {
        action: 'account.recovered',
        subject: `account:${member.accountId}`,
        actorId: 'visitor',
        after: { email },
      },
    ]);
  });

  test('no secret stands in the audit log', async () => {
    const { workspace, secret } = await lockedOut();

    await recoverAccount(visitor(workspace.id), { secret, password });

    const text = JSON.stringify(await auditLog(workspace.id));
    for (const hidden of [secret, password, 'scrypt$']) expect(text).not.toContain(hidden);
  });

  test('every session of the account ends, and its failed sign-ins are forgotten', async () => {
    const { member, workspace, secret } = await lockedOut();
    await Promise.all([addSession(db, member.accountId), addSession(db, member.accountId)]);
    await startSignIn(visitor(), { email: member.email, address: randomUUID() });

    await recoverAccount(visitor(workspace.id), { secret, password });

    expect(await db.session.count({ where: { accountId: member.accountId, revokedAt: null } })).toBe(0);
    expect(await db.refusal.count({ where: { subject: hashOf(member.email) } })).toBe(0);
  });

  test('another link of the same account has ended with it, one of another account has not', async () => {
    const { member, workspace, secret } = await lockedOut();
    const other = await lockedOut();
    const second = await issueRecoverLink(visitor(), { email: member.email });
    if (!second.ok) throw new Error(second.error.code);

    await recoverAccount(visitor(workspace.id), { secret, password });

    const again = await recoverAccount(visitor(workspace.id), { secret: second.value.secret, password });
    expect(again).toMatchObject({ ok: false, error: { code: 'link_used' } });
    expect(await findRecoverLink(other.secret, new Date())).not.toBeNull();
  });

  test('of two who use the link at once, one succeeds', async () => {
    const { workspace, secret } = await lockedOut();
    const use = (text: string) => recoverAccount(visitor(workspace.id), { secret, password: text });

    const results = await Promise.all([use(`${password} one`), use(`${password} two`)]);

    const codes = results.map((result) => (result.ok ? 'done' : result.error.code));
    expect(codes.sort()).toEqual(['done', 'link_used']);
    expect(await auditLog(workspace.id)).toHaveLength(1);
  });

  test('two who use the link through different workspaces do not both succeed', async () => {
    const { secret } = await lockedOut();
    const use = async () => recoverAccount(visitor((await arrange()).workspace.id), { secret, password });

    const results = await Promise.all([use(), use()]);

    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test('a link works for an hour', async () => {
    const { workspace, secret, expiresAt } = await lockedOut();

    const result = await recoverAccount(visitor(workspace.id, expiresAt), { secret, password });

    expect(expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    expect(result).toMatchObject({ ok: false, error: { code: 'link_used' } });
    expect(await findRecoverLink(secret, expiresAt)).toBeNull();
  });

  test('a password that is too short is refused and leaves the link as it was', async () => {
    const { member, workspace, secret } = await lockedOut();

    const result = await recoverAccount(visitor(workspace.id), { secret, password: 'short' });

    expect(result).toMatchObject({
      ok: false,
      error: { fields: { password: ['Use at least 12 characters.'] } },
    });
    expect(await findRecoverLink(secret, new Date())).toMatchObject({
      email: member.email,
      workspaceId: workspace.id,
    });
  });

  test('a member may not use it, and the password stays', async () => {
    const { member, as, secret } = await lockedOut();

    const result = await recoverAccount(await as('workspace_owner'), { secret, password });

    expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await signIn(visitor(), { email: member.email, password, userAgent: '' })).ok).toBe(false);
  });
});

describe('links', () => {
  test('there is no recovery link for an address without an account', async () => {
    const result = await issueRecoverLink(visitor(), { email: `${randomUUID()}@acme.example` });

    expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  test('there is no set-up link once there is a workspace', async () => {
    await arrange();

    expect(await issueSetupLink(visitor(), {})).toMatchObject({
      ok: false,
      error: { code: 'already_set_up' },
    });
  });

  test('only the hash of a link’s secret is stored', async () => {
    const { member, secret } = await lockedOut();

    const [row] = await db.oneTimeLink.findMany({ where: { accountId: member.accountId } });

    expect(row?.tokenHash).toBe(hashOf(secret));
    expect(JSON.stringify(row)).not.toContain(secret);
  });
});
