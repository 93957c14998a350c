import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signIn } from '#lib/commands/sign-in/sign-in';
import { db } from '#lib/data/db';
import { findCaller } from '#lib/queries/callers';
import { arrange, auditLog, contextOf, visitor } from '#test/arrange';
import { addMember, addSession, addToken, addWorkspace } from '#test/rows';
import { deactivateMember } from './deactivate-member';
import { reactivateMember } from './reactivate-member';
import { setMemberRole } from './set-member-role';

const password = 'a sentence to remember';

async function scene(facts: Parameters<typeof addMember>[2] = { appRole: 'contributor' }) {
  const arranged = await arrange();
  const member = await addMember(db, arranged.workspace.id, facts);
  return { ...arranged, member, seen: { id: member.id, version: 1 } };
}

const stored = (id: string) => db.member.findUniqueOrThrow({ where: { id } });
const codes = (results: readonly { ok: boolean; error?: { code: string } }[]) =>
  results.map((result) => (result.ok ? 'done' : result.error?.code)).sort();

describe('setMemberRole', () => {
  test('holds from the next request on, and stands in the audit log', async () => {
    const { ctx, workspace, member, seen } = await scene();
    const secret = await addSession(db, member.accountId);

    const result = await setMemberRole(ctx, { ...seen, appRole: 'it_owner' });

    expect(result).toMatchObject({ ok: true, value: { id: member.id, appRole: 'it_owner', version: 2 } });
    const caller = await findCaller({ kind: 'session', secret, slug: workspace.slug, now: new Date() });
    expect(caller?.membership?.appRole).toBe('it_owner');
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'member.role_set',
        subject: `member:${member.id}`,
        before: { appRole: 'contributor', version: 1 },
        after: { appRole: 'it_owner', version: 2 },
      },
    ]);
  });

  test('an auditor’s last day is set, kept, moved and falls away with the app role', async () => {
    const { ctx, member, seen } = await scene();
    const ends = async () => (await stored(member.id)).endsAt?.toISOString() ?? null;

    await setMemberRole(ctx, { ...seen, appRole: 'auditor', endsOn: '2098-06-30' });
    expect(await ends()).toBe('2098-06-30T22:00:00.000Z');
    expect(await setMemberRole(ctx, { ...seen, version: 2, appRole: 'auditor' })).toMatchObject({
      ok: true,
      value: { endsOn: '2098-06-30', version: 2 },
    });
    await setMemberRole(ctx, { ...seen, version: 2, appRole: 'auditor', endsOn: '2098-12-31' });
    expect(await ends()).toBe('2098-12-31T23:00:00.000Z');
    await setMemberRole(ctx, { ...seen, version: 3, appRole: 'contributor' });
    expect(await ends()).toBeNull();
  });

  test('a last day for another app role, and one that is over, are refused', async () => {
    const { ctx, member, seen } = await scene();

    for (const wrong of [
      { appRole: 'contributor', endsOn: '2098-06-30' },
      { appRole: 'auditor', endsOn: '2020-01-01' },
    ]) {
      const result = await setMemberRole(ctx, { ...seen, ...wrong });
      expect(result).toMatchObject({ ok: false, error: { fields: { endsOn: [expect.any(String)] } } });
    }
    expect(await stored(member.id)).toMatchObject({ appRole: 'contributor', endsAt: null, version: 1 });
  });

  test('the last workspace owner keeps the app role; with another one it may go', async () => {
    const { ctx, workspace, as } = await arrange();
    const self = { id: ctx.actor.id, version: 1, appRole: 'contributor' };
    await addMember(db, workspace.id, { endsAt: new Date(Date.now() - 1000) });
    const gone = await addMember(db, workspace.id);
    await db.member.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });

    expect(await setMemberRole(ctx, self)).toMatchObject({
      ok: false,
      error: { code: 'last_workspace_owner' },
    });
    expect((await stored(ctx.actor.id)).appRole).toBe('workspace_owner');
    await as('workspace_owner');
    expect((await setMemberRole(ctx, self)).ok).toBe(true);
  });

  test('of two owners who take each other’s app role at once, one succeeds', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');
    const demote = (by: typeof ctx, whom: typeof ctx) =>
      setMemberRole(by, { id: whom.actor.id, version: 1, appRole: 'auditor' });

    const results = await Promise.all([demote(ctx, other), demote(other, ctx)]);

    expect(codes(results)).toEqual(['done', 'last_workspace_owner']);
    expect(
      await db.member.count({ where: { workspaceId: ctx.workspaceId, appRole: 'workspace_owner' } }),
    ).toBe(1);
  });

  test('of two who set one member’s app role at once, one meets a conflict with the member as stored', async () => {
    const { ctx, as, seen } = await scene();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setMemberRole(ctx, { ...seen, appRole: 'it_owner' }),
      setMemberRole(other, { ...seen, appRole: 'it_owner', endsOn: null }),
    ]);

    expect(codes(results)).toEqual(['conflict', 'done']);
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { current: { appRole: 'it_owner', version: 2 } },
    });
  });

  test('setting what is set already leaves no audit event', async () => {
    const { ctx, seen } = await scene();

    expect((await setMemberRole(ctx, { ...seen, appRole: 'contributor' })).ok).toBe(true);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });
});

describe('deactivateMember', () => {
  test('ends the sessions and API tokens of a member who is nowhere else, and sign-in', async () => {
    const { ctx, workspace, member, seen } = await scene({ appRole: 'contributor', password });
    const secret = await addSession(db, member.accountId);
    const token = await addToken(db, { id: member.id, workspaceId: workspace.id });
    const ask = (kind: 'session' | 'token', of: string) =>
      findCaller({ kind, secret: of, slug: workspace.slug, now: new Date() });
    expect([await ask('session', secret), await ask('token', token)]).not.toContain(null);

    const result = await deactivateMember(ctx, seen);

    expect(result).toMatchObject({ ok: true, value: { deactivatedAt: ctx.now, version: 2 } });
    expect([await ask('session', secret), await ask('token', token)]).toEqual([null, null]);
    expect((await signIn(visitor(), { email: member.email, password, userAgent: '' })).ok).toBe(false);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'member.deactivated', subject: `member:${member.id}`, before: { deactivatedAt: null } },
    ]);
  });

  test('a member of another workspace goes on there, and finds this one closed', async () => {
    const { ctx, workspace, member, seen } = await scene();
    const other = await addWorkspace(db);
    await addMember(db, other.id, { accountId: member.accountId });
    const secret = await addSession(db, member.accountId);
    const ask = (slug: string) => findCaller({ kind: 'session', secret, slug, now: new Date() });

    await deactivateMember(ctx, seen);

    expect(await ask(workspace.slug)).toMatchObject({
      accountId: member.accountId,
      membership: null,
      workspaces: [{ slug: other.slug, name: other.name }],
    });
    expect(await ask(other.slug)).toMatchObject({ membership: { workspace: { slug: other.slug } } });
  });

  test('nobody deactivates themselves', async () => {
    const { ctx, as } = await arrange();
    await as('workspace_owner');

    expect(await deactivateMember(ctx, { id: ctx.actor.id, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'yourself' },
    });
    expect((await stored(ctx.actor.id)).deactivatedAt).toBeNull();
  });

  test('of two owners who deactivate each other at once, one stays', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');
    const end = (by: typeof ctx, whom: typeof ctx) => deactivateMember(by, { id: whom.actor.id, version: 1 });

    const results = await Promise.all([end(ctx, other), end(other, ctx)]);

    expect(codes(results)).toEqual(['done', 'last_workspace_owner']);
  });

  test('a version that has moved on, and a member of another workspace, are refused', async () => {
    const { ctx, seen } = await scene();
    const foreign = await scene();

    expect(await deactivateMember(ctx, { ...seen, version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { id: seen.id, version: 1 } },
    });
    for (const id of [foreign.member.id, randomUUID()]) {
      expect(await deactivateMember(ctx, { id, version: 1 })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
  });
});

describe('reactivateMember', () => {
  test('gives access back with the app role held before; sessions and tokens stay ended', async () => {
    const { ctx, workspace, member, seen } = await scene({ appRole: 'contributor', password });
    const secret = await addSession(db, member.accountId);
    const token = await addToken(db, { id: member.id, workspaceId: workspace.id });
    await deactivateMember(ctx, seen);

    const result = await reactivateMember(ctx, { ...seen, version: 2 });

    expect(result).toMatchObject({
      ok: true,
      value: { appRole: 'contributor', deactivatedAt: null, version: 3 },
    });
    for (const [kind, of] of [
      ['session', secret],
      ['token', token],
    ] as const) {
      expect(await findCaller({ kind, secret: of, slug: workspace.slug, now: new Date() })).toBeNull();
    }
    expect((await signIn(visitor(), { email: member.email, password, userAgent: '' })).ok).toBe(true);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'member.reactivated' });
  });

  test('an auditor whose last day is over gets access back only with another last day', async () => {
    const endsAt = new Date('2026-03-31T22:00:00Z');
    const { ctx, member, seen } = await scene({ appRole: 'auditor', endsAt });
    await deactivateMember(ctx, seen);

    const tooLate = await reactivateMember({ ...ctx, now: endsAt }, { ...seen, version: 2 });
    expect(tooLate).toMatchObject({
      ok: false,
      error: {
        code: 'access_ended',
        message: 'The last day of access was 2026-03-31. Set another last day first.',
      },
    });
    expect(await stored(member.id)).toMatchObject({ deactivatedAt: ctx.now, version: 2 });

    await setMemberRole(ctx, { ...seen, version: 2, appRole: 'auditor', endsOn: '2098-06-30' });
    expect(await reactivateMember(ctx, { ...seen, version: 3 })).toMatchObject({
      ok: true,
      value: { endsOn: '2098-06-30', deactivatedAt: null },
    });
  });

  test('who is no workspace owner changes nobody', async () => {
    const { workspace, member, seen } = await scene();
    for (const appRole of ['it_owner', 'governance_owner', 'contributor', 'auditor'] as const) {
      const ctx = contextOf(workspace.id, await addMember(db, workspace.id, { appRole }));
      for (const change of [reactivateMember, deactivateMember, setMemberRole]) {
        const result = await change(ctx, { ...seen, appRole: 'auditor' });
        expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      }
    }
    expect(await stored(member.id)).toMatchObject({ appRole: 'contributor', version: 1 });
  });
});
