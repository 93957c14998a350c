import { describe, expect, test, vi } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { db } from '#lib/data/db';
import { findExampleId, removeExampleWorkspace } from '#lib/data/workspaces';
import { readRollout } from '#lib/queries/rollout';
import { Prisma } from '#prisma-client';
import { arrange, contextOf } from '#test/arrange';
import { createExample } from './create-example';
import { removeExample } from './remove-example';

await vi.hoisted(async () => (await import('#test/own-database')).useOwnDatabase());

/** How many rows each table with a workspace holds for one. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspaceId'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const table = Prisma.raw(`"${name}"`);
      const [row] = await db.$queryRaw<{ count: bigint }[]>`
        select count(*) from ${table} where "workspaceId" = ${workspaceId}::uuid`;
      return [name, Number(row?.count ?? 0)] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe('the example', () => {
  test('is made half way, the same rollout every time, and once', async () => {
    const now = new Date('2026-11-25T12:00:00Z');
    const workspaceId = await createExample(now, null);

    expect(await createExample(now, null)).toBe(workspaceId);
    const owner = await db.member.findFirstOrThrow({ where: { workspaceId, appRole: 'workspace_owner' } });
    const ctx = contextOf(
      workspaceId,
      { ...owner, name: 'Mara', email: '', appRole: 'workspace_owner' },
      now,
    );
    const rollout = await readRollout(ctx);
    expect(rollout?.progress.done).toBeGreaterThan(10);
    expect(rollout?.progress.done).toBeLessThan(rollout?.progress.applicable ?? 0);
    expect(await db.person.count({ where: { workspaceId } })).toBe(10_000);
  });

  test('is removed whole, with its record and its invented members, and nothing else with it', async () => {
    const workspaceId = await createExample(new Date(), null);
    const { workspace, ctx: neighbour } = await arrange();
    const owner = await db.member.findFirstOrThrow({ where: { workspaceId, appRole: 'workspace_owner' } });
    const ctx = contextOf(workspaceId, { ...owner, name: 'Mara', email: '', appRole: 'workspace_owner' });
    expect(Object.keys(await rowsOf(workspaceId))).toContain('AuditEvent');

    expect(await removeExample(ctx, {})).toEqual({ ok: true, value: { setupSecret: null } });

    expect(await rowsOf(workspaceId)).toEqual({});
    expect(await findExampleId(db)).toBeNull();
    expect(await db.account.count({ where: { email: { endsWith: '@acme.example' } } })).toBe(
      await db.account.count({ where: { email: { endsWith: '@acme.example' }, members: { some: {} } } }),
    );
    expect(await db.workspace.findUnique({ where: { id: workspace.id } })).not.toBeNull();
    expect(await db.member.findUnique({ where: { id: neighbour.actor.id } })).not.toBeNull();
  });

  test('alone in an installation, its removal gives a link to set up one’s own', async () => {
    await db.member.deleteMany();
    await db.workspace.deleteMany();
    const workspaceId = await createExample(new Date(), null);
    const owner = await db.member.findFirstOrThrow({ where: { workspaceId, appRole: 'workspace_owner' } });
    const ctx = contextOf(workspaceId, { ...owner, name: 'Mara', email: '', appRole: 'workspace_owner' });

    expect(await removeExample(ctx, {})).toMatchObject({
      ok: true,
      value: { setupSecret: expect.stringMatching(/^[\w-]{20,}$/) },
    });
  });
});

describe('every other workspace', () => {
  test('is refused by the command, for its owner, and by the database', async () => {
    const { ctx, workspace } = await arrange();

    expect(await removeExample(ctx, {})).toMatchObject({ error: { code: 'not_the_example' } });
    await expect(removeExampleWorkspace(db, { workspaceId: workspace.id })).rejects.toThrow(
      'only the example can be removed',
    );
    expect(await db.workspace.findUnique({ where: { id: workspace.id } })).not.toBeNull();
  });

  test('does not become the example, so that it could be removed', async () => {
    const { workspace } = await arrange();

    await expect(
      db.workspace.update({ where: { id: workspace.id }, data: { isExample: true } }),
    ).rejects.toThrow('a workspace does not become the example');
  });

  test('keeps its record while the example loses its own', async () => {
    const { ctx, workspace } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    await expect(db.auditEvent.deleteMany({ where: { workspaceId: workspace.id } })).rejects.toThrow();
    expect(await db.auditEvent.count({ where: { workspaceId: workspace.id } })).toBe(1);
  });
});
