import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readImport } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { importFiles, memberships, peopleOf, small, stagedOf, work } from '#test/imports';
import { applyImport } from './apply-import';
import { clearImports } from './clear-imports';

describe('a dry run', () => {
  test('tells what would be, writes nothing, and can then be applied', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
    const group = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [role] });
    const had = await addPerson(db, workspaceId, { groupIds: [group] });
    const second = await addGroup(db, workspaceId, { name: 'More', roleIds: [role] });
    const files = {
      ...small,
      'memberships.csv': memberships(`${group},p1`, `${group},p2`, `${second},${had}`, 'g1,p3'),
    };

    const tried = await importFiles(ctx, files, { dryRun: true });

    expect(tried).toMatchObject({
      state: 'done',
      dryRun: true,
      counts: { added: 9 },
      plan: {
        byKind: { people: { added: 3 }, memberships: { added: 4 } },
        access: { joins: 3 },
        effect: {
          losses: { people: 0 },
          gains: { people: 1 },
          leavesDefault: { people: 0 },
          comeWithRoles: 1,
        },
      },
    });
    expect(await peopleOf(workspaceId)).toHaveLength(1);
    expect(await auditLog(workspaceId)).toEqual([]);

    expect(await applyImport(ctx, { id: tried.id })).toMatchObject({ ok: true, value: { dryRun: false } });
    await work(ctx, tried.id);
    expect(await readImport(ctx, { id: tried.id })).toMatchObject({
      state: 'done',
      dryRun: false,
      counts: { added: 9 },
    });
    expect(await peopleOf(workspaceId)).toHaveLength(4);
    expect(await applyImport(ctx, { id: tried.id })).toMatchObject({
      ok: false,
      error: { code: 'import_not_ready' },
    });
  });

  test('what changed since is compared anew when it is applied', async () => {
    const { ctx } = await arrange();
    const tried = await importFiles(ctx, small, { dryRun: true });
    await importFiles(ctx, small);

    await applyImport(ctx, { id: tried.id });
    await work(ctx, tried.id);

    expect(await readImport(ctx, { id: tried.id })).toMatchObject({
      state: 'done',
      counts: { added: 0, unchanged: 8 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('its rows are cleared away after a day, and then it cannot be applied', async () => {
    const { ctx } = await arrange();
    const tried = await importFiles(ctx, small, { dryRun: true });
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 3, chunks: 3 }]);

    await clearImports({ ...ctx, now: new Date(Date.now() + 23 * 3_600_000) }, {});
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 3, chunks: 3 }]);
    await db.directoryImport.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { at: new Date(Date.now() - 25 * 3_600_000) },
    });
    await clearImports(ctx, {});

    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 0, chunks: 0 }]);
    await applyImport(ctx, { id: tried.id });
    await work(ctx, tried.id);
    expect(await readImport(ctx, { id: tried.id })).toMatchObject({ state: 'failed' });
    expect(await peopleOf(ctx.workspaceId)).toEqual([]);
  });
});
