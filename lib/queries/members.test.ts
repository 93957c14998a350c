import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { InvalidInput } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { addMember, addSession, hashOf } from '#test/rows';
import { readMembers } from './members';

type Ctx = Parameters<typeof readMembers>[0];

async function ask(ctx: Ctx, input: Record<string, unknown> = {}) {
  const page = await readMembers(ctx, input);
  if (!page) throw new Error('no page');
  return { ...page, names: page.members.map(({ name }) => name) };
}

async function named(...names: string[]) {
  const scene = await arrange();
  for (const name of names) await addMember(db, scene.workspace.id, { name });
  return scene;
}

describe('readMembers', () => {
  test('orders names as a reader does, and puts those without access last', async () => {
    const { ctx, workspace } = await named('Zoe', 'Özil', 'émile');
    const gone = await addMember(db, workspace.id, { name: 'Aaron' });
    await db.member.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });

    const { names, members } = await ask(ctx);

    expect(names).toEqual(['émile', 'Mara Lindqvist', 'Özil', 'Zoe', 'Aaron']);
    expect(members.map(({ hasAccess }) => hasAccess)).toEqual([true, true, true, true, false]);
  });

  test('goes forth and back a page at a time, and never shows or leaves out anybody twice', async () => {
    const { ctx, workspace } = await named('A', 'B', 'C', 'D', 'E');

    const first = await ask(ctx, { limit: 2 });
    // Somebody joins before the page one is on.
    await addMember(db, workspace.id, { name: 'AA' });
    const second = await ask(ctx, { limit: 2, cursor: first.next });
    const third = await ask(ctx, { limit: 2, cursor: second.next });

    expect([first.names, second.names, third.names]).toEqual([
      ['A', 'B'],
      ['C', 'D'],
      ['E', 'Mara Lindqvist'],
    ]);
    expect([first.previous, first.first, first.total]).toEqual([null, 1, 6]);
    expect([third.next, third.first, third.total]).toEqual([null, 6, 7]);
    expect((await ask(ctx, { limit: 2, cursor: third.previous })).names).toEqual(['C', 'D']);
  });

  test('finds a part of a name or an address in any case, and takes signs of patterns as they are', async () => {
    const { ctx, workspace } = await named('Devi Rao', '50%_off');
    await addMember(db, workspace.id, { name: 'Sam', email: `${workspace.slug}@Example.org` });

    expect((await ask(ctx, { q: 'DEVI' })).names).toEqual(['Devi Rao']);
    expect((await ask(ctx, { q: workspace.slug })).names).toEqual(['Sam']);
    expect((await ask(ctx, { q: '%_' })).names).toEqual(['50%_off']);
    expect(await ask(ctx, { q: 'nobody at all' })).toMatchObject({ names: [], total: 0, next: null });
  });

  test('tells who is here now and when somebody was last seen', async () => {
    const { ctx, workspace } = await arrange();
    const now = Date.now();
    const used = async (name: string, minutesAgo: number, revokedAt?: Date) => {
      const { accountId } = await addMember(db, workspace.id, { name });
      const secret = await addSession(db, accountId, revokedAt ? { revokedAt } : {});
      const lastUsedAt = new Date(now - minutesAgo * 60_000);
      await db.session.update({ where: { tokenHash: hashOf(secret) }, data: { lastUsedAt } });
      return lastUsedAt;
    };
    const seen = [await used('A', 2), await used('B', 30), await used('C', 1, new Date())];

    const { members } = await ask({ ...ctx, now: new Date(now) });

    expect(members.slice(0, 3).map(({ isHere }) => isHere)).toEqual([true, false, false]);
    expect(members.slice(0, 3).map(({ lastSeenAt }) => lastSeenAt)).toEqual(seen);
    expect(members.at(-1)).toMatchObject({ name: 'Mara Lindqvist', lastSeenAt: null, isHere: false });
  });

  test('whose access has ended is not here, and is not followed into another workspace', async () => {
    const { ctx, workspace } = await arrange();
    const now = new Date();
    const ended = new Date(now.getTime() - 3_600_000);
    for (const [name, end] of [
      ['A', { deactivatedAt: ended }],
      ['B', { endsAt: ended }],
    ] as const) {
      const { id, accountId } = await addMember(db, workspace.id, { name, appRole: 'auditor' });
      await db.member.update({ where: { id }, data: end });
      const tokenHash = hashOf(await addSession(db, accountId));
      await db.session.update({ where: { tokenHash }, data: { lastUsedAt: now } });
    }

    const { members } = await ask({ ...ctx, now });

    const gone = members.filter(({ appRole }) => appRole === 'auditor');
    expect(gone.map(({ isHere, lastSeenAt }) => [isHere, lastSeenAt])).toEqual([
      [false, ended],
      [false, ended],
    ]);
  });

  test('tells the duties that name a member’s address', async () => {
    const { ctx, workspace } = await arrange();
    const { email, id } = await addMember(db, workspace.id, { name: 'A' });
    for (const duty of ['governance', 'it']) {
      await db.owner.create({
        data: {
          workspaceId: workspace.id,
          duty,
          name: 'A',
          email: email.toUpperCase(),
          version: 1,
          changedAt: new Date(),
        },
      });
    }

    const { members } = await ask(ctx);

    expect(members.map((member) => [member.id, member.duties])).toEqual([
      [id, ['it', 'governance']],
      [ctx.actor.id, []],
    ]);
  });

  test('shows nobody of another workspace, also not by a cursor of one', async () => {
    const { ctx } = await arrange();
    const other = await named('Stranger');

    expect((await ask(ctx, { cursor: other.ctx.actor.id })).names).toEqual(['Mara Lindqvist']);
  });

  test.each([[{ cursor: 'x' }], [{ limit: 51 }], [{ q: 'a\0b' }]])('%j is no question', async (input) => {
    const { ctx } = await arrange();

    await expect(readMembers(ctx, input)).rejects.toThrow(InvalidInput);
  });
});
