import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addMember } from '#test/rows';
import { listMemberChoices } from './member-choices';

const names = async (ctx: Parameters<typeof listMemberChoices>[0]) =>
  (await listMemberChoices(ctx))?.members.map(({ name }) => name);

describe('listMemberChoices', () => {
  test('gives the members of this workspace by name, as a reader orders them', async () => {
    const { workspace, as } = await arrange();
    const ctx = await as('auditor');
    await db.member.deleteMany({ where: { workspaceId: workspace.id } });
    await arrange();
    for (const name of ['Zoe', 'Özil', 'oscar', 'Émile', 'Emil']) await addMember(db, workspace.id, { name });

    expect(await names(ctx)).toEqual(['Emil', 'Émile', 'oscar', 'Özil', 'Zoe']);
  });

  test('leaves out who has no access any more', async () => {
    const { workspace, ctx } = await arrange();
    const gone = await addMember(db, workspace.id, { name: 'Gone' });
    await db.member.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    await addMember(db, workspace.id, { name: 'Ended', endsAt: new Date(Date.now() - 1000) });

    expect(await names(ctx)).toEqual(['Mara Lindqvist']);
  });
});
