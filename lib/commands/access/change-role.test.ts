import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addRole } from '#test/directory';
import { changeRole } from './change-role';
import { createRole } from './create-role';
import { removeRole } from './remove-role';

const users = { name: 'Codex Users', permissions: { 'codex.cloud': true, 'codex.local': true } };
const stored = (workspaceId: string) =>
  db.customRole.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } });

describe('createRole', () => {
  test('the role is stored with its permissions in the catalogue’s order, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await createRole(ctx, users);

    const role = {
      name: 'Codex Users',
      permissions: { 'codex.local': true, 'codex.cloud': true },
      version: 1,
    };
    expect(result).toMatchObject({ ok: true, value: role });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ ...role, changedBy: ctx.actor.name }]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'role.created', before: null, after: role },
    ]);
  });

  test('a name that differs only by case is taken', async () => {
    const { ctx } = await arrange();
    await createRole(ctx, users);

    const result = await createRole(ctx, { name: 'codex USERS', permissions: {} });

    expect(result).toMatchObject({ ok: false, error: { code: 'role_name_taken' } });
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });

  test('another workspace may use the same name', async () => {
    const [one, other] = [await arrange(), await arrange()];
    await createRole(one.ctx, users);

    expect(await createRole(other.ctx, users)).toMatchObject({ ok: true });
  });

  test.each([
    ['an unknown permission', { ...users, permissions: { 'codex.everything': true } }],
    ['an empty name', { ...users, name: ' ' }],
    ['a field too many', { ...users, colour: 'red' }],
  ])('%s is refused', async (_, input) => {
    const { ctx } = await arrange();

    expect(await createRole(ctx, input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not add, change or remove roles, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: [] });
      const other = await as(appRole);

      const results = [
        await createRole(other, users),
        await changeRole(other, { id, ...users, version: 1 }),
        await removeRole(other, { id, version: 1 }),
      ];

      for (const result of results) {
        expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'access.write' } });
      }
      expect(await stored(ctx.workspaceId)).toMatchObject([{ name: 'Users', version: 1 }]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('of two who take a name at once, one is refused', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([createRole(ctx, users), createRole(other, users)]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['role_name_taken', 'stored']);
  });
});

describe('changeRole', () => {
  test('permissions and name change in one write, with before and after in the record', async () => {
    const { ctx } = await arrange();
    const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: ['codex.local'] });

    const result = await changeRole(ctx, { id, ...users, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { id, name: 'Codex Users', version: 2 } });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'role.changed',
        subject: `role:${id}`,
        before: { name: 'Users', permissions: { 'codex.local': true }, version: 1 },
        after: { name: 'Codex Users', permissions: { 'codex.local': true, 'codex.cloud': true }, version: 2 },
      },
    ]);
  });

  test('a version that has moved on is a conflict that carries the role', async () => {
    const { ctx } = await arrange();
    const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: [] });
    await changeRole(ctx, { id, ...users, version: 1 });

    const result = await changeRole(ctx, { id, name: 'Mine', permissions: {}, version: 1 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { name: 'Codex Users' } },
    });
  });

  test('what a change leaves out stays as somebody else made it', async () => {
    const { ctx } = await arrange();
    const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: ['codex.local'] });

    expect(await changeRole(ctx, { id, name: 'Codex Users', version: 1 })).toMatchObject({
      ok: true,
      value: { name: 'Codex Users', permissions: { 'codex.local': true }, version: 2 },
    });
    expect(await changeRole(ctx, { id, permissions: { 'codex.cloud': true }, version: 2 })).toMatchObject({
      ok: true,
      value: { name: 'Codex Users', permissions: { 'codex.cloud': true }, version: 3 },
    });
    expect(await changeRole(ctx, { id, version: 3 })).toMatchObject({ ok: true, value: { version: 3 } });
  });

  test('the same again is no write, and another workspace’s role is not found', async () => {
    const { ctx } = await arrange();
    const stranger = await arrange();
    const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: ['codex.local'] });
    const same = { id, name: 'Users', permissions: { 'codex.local': true }, version: 1 };

    expect(await changeRole(ctx, same)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
    expect(await changeRole(stranger.ctx, same)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('removeRole', () => {
  test('the role goes from every group, and the record keeps what it was and where', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const id = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.local'] });
    const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [id] });

    expect(await removeRole(ctx, { id, version: 1 })).toEqual({ ok: true, value: { id } });

    expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);
    expect(await db.group.findFirst({ where: { id: group } })).toMatchObject({ rolesVersion: 1 });
    expect(await auditLog(workspaceId)).toMatchObject([
      {
        action: 'role.removed',
        before: { name: 'Users', permissions: { 'codex.local': true }, groups: [group] },
      },
    ]);
    expect(await removeRole(ctx, { id, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  test('a version that has moved on is a conflict', async () => {
    const { ctx } = await arrange();
    const id = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: [] });

    expect(await removeRole(ctx, { id, version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });
});
