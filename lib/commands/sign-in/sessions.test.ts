import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, contextOf, visitor } from '#test/arrange';
import { addMember, addSession, addToken, hashOf } from '#test/rows';
import { recordUse, revokeOtherSessions, revokeSession, signOut } from './sessions';

const sessionOf = (secret: string) => db.session.findUniqueOrThrow({ where: { tokenHash: hashOf(secret) } });

async function twoSessions() {
  const { workspace } = await arrange();
  const member = await addMember(db, workspace.id);
  const [here, there] = [await addSession(db, member.accountId), await addSession(db, member.accountId)];
  return { ctx: contextOf(workspace.id, member), member, workspace, here, there };
}

describe('sessions', () => {
  test('signing out ends the session of this browser and no other', async () => {
    const { here, there } = await twoSessions();
    const ctx = visitor();

    await signOut(ctx, { secret: here });

    expect((await sessionOf(here)).revokedAt).toEqual(ctx.now);
    expect((await sessionOf(there)).revokedAt).toBeNull();
  });

  test('a member ends one of the own sessions, once', async () => {
    const { ctx, there } = await twoSessions();
    const { id } = await sessionOf(there);

    expect(await revokeSession(ctx, { id })).toEqual({ ok: true, value: { id } });
    expect((await sessionOf(there)).revokedAt).toEqual(ctx.now);
    expect(await revokeSession(ctx, { id })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  test('of two who end a session at once, one is told that it has ended', async () => {
    const { ctx, there } = await twoSessions();
    const { id } = await sessionOf(there);

    const results = await Promise.all([revokeSession(ctx, { id }), revokeSession(ctx, { id })]);

    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test('all sessions but this browser’s end at once, and nobody else’s', async () => {
    const { ctx, member, workspace, here, there } = await twoSessions();
    const foreign = await addSession(db, (await addMember(db, workspace.id)).accountId);
    await addSession(db, member.accountId, { revokedAt: new Date() });

    const result = await revokeOtherSessions(ctx, { keep: (await sessionOf(here)).id });

    expect(result).toEqual({ ok: true, value: { ended: 1 } });
    expect((await sessionOf(there)).revokedAt).toEqual(ctx.now);
    for (const secret of [here, foreign]) expect((await sessionOf(secret)).revokedAt).toBeNull();
  });

  test('nobody ends another person’s session', async () => {
    const { there } = await twoSessions();
    const other = await arrange();

    const result = await revokeSession(other.ctx, { id: (await sessionOf(there)).id });

    expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect((await sessionOf(there)).revokedAt).toBeNull();
  });

  test('the use of a session and of a token is noted', async () => {
    const { ctx, member, workspace, here } = await twoSessions();
    const token = await addToken(db, { id: member.id, workspaceId: workspace.id });

    await recordUse(ctx, { sessionId: (await sessionOf(here)).id });
    await recordUse(ctx, { token });

    expect((await sessionOf(here)).lastUsedAt).toEqual(ctx.now);
    expect(await db.apiToken.findUnique({ where: { tokenHash: hashOf(token) } })).toMatchObject({
      lastUsedAt: ctx.now,
    });
  });
});
