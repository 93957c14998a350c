import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addMember, addSession, addToken, addWorkspace } from '#test/rows';
import { findCaller, listOwnMemberships } from './callers';

const past = () => new Date(Date.now() - 1000);
const ask = (kind: 'session' | 'token', secret: string, slug: string) =>
  findCaller({ kind, secret, slug, now: new Date() });

async function member(facts: Parameters<typeof addMember>[2] = {}) {
  const { workspace } = await arrange();
  const found = await addMember(db, workspace.id, facts);
  return { ...found, workspace, slug: workspace.slug };
}

describe('the caller behind a session', () => {
  test('is the member of the workspace in the address', async () => {
    const { id, accountId, name, email, workspace, slug } = await member({ appRole: 'it_owner' });

    const caller = await ask('session', await addSession(db, accountId), slug);

    expect(caller).toMatchObject({
      accountId,
      membership: { memberId: id, accountId, name, email, appRole: 'it_owner', workspace },
    });
  });

  test('is nobody once the session was revoked or has ended', async () => {
    const { accountId, slug } = await member();

    expect(await ask('session', await addSession(db, accountId, { revokedAt: past() }), slug)).toBeNull();
    expect(await ask('session', await addSession(db, accountId, { expiresAt: past() }), slug)).toBeNull();
    expect(await ask('session', 'made-up', slug)).toBeNull();
  });

  test('is no member of another workspace, nor of one that does not exist', async () => {
    const { accountId } = await member();
    const other = await arrange();
    const secret = await addSession(db, accountId);

    expect(await ask('session', secret, other.workspace.slug)).toMatchObject({ accountId, membership: null });
    expect(await ask('session', secret, 'no-such-workspace')).toMatchObject({ accountId, membership: null });
  });

  test('is no member any more once the membership has ended', async () => {
    const { accountId, slug } = await member({ appRole: 'auditor', endsAt: past() });

    expect(await ask('session', await addSession(db, accountId), slug)).toMatchObject({ membership: null });
  });
});

test('whose access was taken away is no member, by session or by token, and has no workspace', async () => {
  const { id, accountId, workspace, slug } = await member();
  const token = await addToken(db, { id, workspaceId: workspace.id });
  await db.member.update({ where: { id }, data: { deactivatedAt: past() } });

  const caller = await ask('session', await addSession(db, accountId), slug);

  expect(caller).toMatchObject({ membership: null, workspaces: [] });
  expect(await ask('token', token, slug)).toBeNull();
  expect(await listOwnMemberships(accountId, new Date())).toEqual([]);
});

test('a slug that no workspace can have names none', async () => {
  const { accountId } = await member();
  const secret = await addSession(db, accountId);

  for (const slug of ['', '\0', 'acme\0', "acme' or 1=1", '\ud83d', 'x'.repeat(10_000)]) {
    expect(await ask('session', secret, slug)).toMatchObject({ accountId, membership: null });
  }
});

describe('the caller behind an API token', () => {
  test('is the token’s member, in the token’s workspace alone', async () => {
    const { id, accountId, workspace, slug } = await member();
    const second = await addWorkspace(db);
    await addMember(db, second.id, { accountId });
    const token = await addToken(db, { id, workspaceId: workspace.id });

    expect(await ask('token', token, slug)).toMatchObject({ sessionId: null, membership: { memberId: id } });
    expect(await ask('token', token, second.slug)).toMatchObject({ membership: null });
  });

  test('is nobody once the token was revoked, has ended, or its member has', async () => {
    const { id, workspace, slug } = await member();
    const ended = await member({ endsAt: past() });
    const tokenOf = (ends: { expiresAt?: Date; revokedAt?: Date }) =>
      addToken(db, { id, workspaceId: workspace.id }, ends);

    expect(await ask('token', await tokenOf({ revokedAt: past() }), slug)).toBeNull();
    expect(await ask('token', await tokenOf({ expiresAt: past() }), slug)).toBeNull();
    const orphan = await addToken(db, { id: ended.id, workspaceId: ended.workspace.id });
    expect(await ask('token', orphan, ended.slug)).toBeNull();
  });

  test('a session’s secret is no token, and a token is no session', async () => {
    const { id, accountId, workspace, slug } = await member();
    const secret = await addSession(db, accountId);
    const token = await addToken(db, { id, workspaceId: workspace.id });

    expect(await ask('token', secret, slug)).toBeNull();
    expect(await ask('session', token, slug)).toBeNull();
  });
});

test('an account’s own memberships are those that have not ended, the oldest first', async () => {
  const { accountId, slug } = await member();
  const [second, ended] = [await addWorkspace(db), await addWorkspace(db)];
  await addMember(db, second.id, { accountId, appRole: 'auditor' });
  await addMember(db, ended.id, { accountId, endsAt: past() });

  const found = await listOwnMemberships(accountId, new Date());

  expect(found.map(({ workspace, appRole }) => [workspace.slug, appRole])).toEqual([
    [slug, 'workspace_owner'],
    [second.slug, 'auditor'],
  ]);
});
