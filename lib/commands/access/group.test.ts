import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { addToGroup } from './add-to-group';
import { changeGroup } from './change-group';
import { createGroup } from './create-group';
import { removeFromGroup } from './remove-from-group';
import { removeGroup } from './remove-group';
import { setGroupMembers } from './set-group-members';
import { setGroupRoles } from './set-group-roles';

const membersOf = async (groupId: string) =>
  (await db.person.findMany({ where: { groups: { some: { group: { id: groupId } } } } }))
    .map(({ id }) => id)
    .sort();

describe('groups', () => {
  test('a group is stored without people and roles, and stands in the audit log', async () => {
    const { ctx, as } = await arrange();

    const result = await createGroup(await as('it_owner'), { name: 'Platform', source: 'scim' });

    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Platform', source: 'scim', version: 1, roles: [], rolesVersion: 0, people: 0 },
    });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([{ action: 'group.created', before: null }]);
  });

  test('a name that differs only by case is taken, on adding and on renaming', async () => {
    const { ctx } = await arrange();
    await addGroup(db, ctx.workspaceId, { name: 'Platform' });
    const id = await addGroup(db, ctx.workspaceId, { name: 'Payments' });

    const taken = { ok: false, error: { code: 'group_name_taken' } };
    expect(await createGroup(ctx, { name: 'PLATFORM' })).toMatchObject(taken);
    expect(await changeGroup(ctx, { id, name: 'platform', version: 1 })).toMatchObject(taken);
  });

  test('a synced group is not renamed by hand, and may be told to be made by hand', async () => {
    const { ctx } = await arrange();
    const id = await addGroup(db, ctx.workspaceId, { name: 'Platform', source: 'scim' });

    expect(await changeGroup(ctx, { id, name: 'Other', source: 'scim', version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'group_is_synced' },
    });
    expect(await changeGroup(ctx, { id, name: 'Platform', source: 'manual', version: 1 })).toMatchObject({
      ok: true,
      value: { source: 'manual', version: 2 },
    });
  });

  test('what a change leaves out stays: a synced group stays synced, a renamed one made by hand', async () => {
    const { ctx } = await arrange();
    const synced = await addGroup(db, ctx.workspaceId, { name: 'Platform', source: 'scim' });
    const manual = await addGroup(db, ctx.workspaceId, { name: 'Payments' });

    expect(await changeGroup(ctx, { id: synced, name: 'Platform', version: 1 })).toMatchObject({
      ok: true,
      value: { source: 'scim', version: 1 },
    });
    expect(await changeGroup(ctx, { id: manual, source: 'scim', version: 1 })).toMatchObject({
      ok: true,
      value: { name: 'Payments', source: 'scim', version: 2 },
    });
  });

  test('a removed group leaves its people and roles, and the record keeps what it was', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const role = await addRole(db, workspaceId, { name: 'Users', permissions: [] });
    const id = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
    await addPerson(db, workspaceId, { groupIds: [id] });

    expect(await removeGroup(ctx, { id, version: 1 })).toMatchObject({ ok: true });

    expect(await db.person.count({ where: { workspaceId } })).toBe(1);
    expect(await db.customRole.count({ where: { workspaceId } })).toBe(1);
    expect(await auditLog(workspaceId)).toMatchObject([
      { action: 'group.removed', before: { name: 'Platform', roles: [role], people: 1 }, after: null },
    ]);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may change no group, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const id = await addGroup(db, ctx.workspaceId, { name: 'Platform' });
      const person = await addPerson(db, ctx.workspaceId);
      const other = await as(appRole);

      const results = [
        await createGroup(other, { name: 'New' }),
        await changeGroup(other, { id, name: 'Other', version: 1 }),
        await removeGroup(other, { id, version: 1 }),
        await addToGroup(other, { id, people: [person] }),
        await removeFromGroup(other, { id, people: [person] }),
        await setGroupMembers(other, { id, people: [person], version: 1 }),
      ];

      const refused = { ok: false, error: { code: 'forbidden', capability: 'directory.write' } };
      for (const result of results) expect(result).toMatchObject(refused);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
      expect(await membersOf(id)).toEqual([]);
    },
  );
});

describe('the people of a group', () => {
  test('only those who come in or go are in the record; ids of nobody here are passed over', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const stranger = await addPerson(db, (await arrange()).workspace.id);
    const id = await addGroup(db, workspaceId, { name: 'Platform' });
    const [present, absent] = [
      await addPerson(db, workspaceId, { groupIds: [id] }),
      await addPerson(db, workspaceId),
    ];

    const result = await addToGroup(ctx, { id, people: [present, absent, stranger, randomUUID()] });

    expect(result).toMatchObject({ ok: true, value: { people: 2, version: 2 } });
    expect(await membersOf(id)).toEqual([present, absent].sort());
    expect(await auditLog(workspaceId)).toMatchObject([
      { action: 'group.members_changed', after: { added: [absent], removed: [] } },
    ]);
    expect(await addToGroup(ctx, { id, people: [absent] })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
  });

  test('setting the people takes out everybody else; a version that has moved on is a conflict', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const id = await addGroup(db, workspaceId, { name: 'Platform' });
    const [gone, kept] = [
      await addPerson(db, workspaceId, { groupIds: [id] }),
      await addPerson(db, workspaceId, { groupIds: [id] }),
    ];

    expect(await setGroupMembers(ctx, { id, people: [kept], version: 1 })).toMatchObject({ ok: true });

    expect(await membersOf(id)).toEqual([kept]);
    expect(await auditLog(workspaceId)).toMatchObject([{ after: { added: [], removed: [gone] } }]);
    expect(await setGroupMembers(ctx, { id, people: [], version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 2 } },
    });
    await removeFromGroup(ctx, { id, people: [kept] });
    expect(await membersOf(id)).toEqual([]);
  });

  test('nobody is put into or taken out of a synced group by hand', async () => {
    const { ctx } = await arrange();
    const id = await addGroup(db, ctx.workspaceId, { name: 'Platform', source: 'scim' });
    const person = await addPerson(db, ctx.workspaceId, { groupIds: [id] });

    const results = [
      await addToGroup(ctx, { id, people: [person] }),
      await removeFromGroup(ctx, { id, people: [person] }),
      await setGroupMembers(ctx, { id, people: [], version: 1 }),
    ];

    for (const result of results) {
      expect(result).toMatchObject({ ok: false, error: { code: 'group_is_synced' } });
    }
    expect(await membersOf(id)).toEqual([person]);
  });
});

describe('setGroupRoles', () => {
  test('the roles are stored under a version of their own, also for a synced group', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const role = await addRole(db, workspaceId, { name: 'Users', permissions: [] });
    const id = await addGroup(db, workspaceId, { name: 'Platform', source: 'scim' });

    const result = await setGroupRoles(ctx, { id, roles: [role, role], version: 0 });

    expect(result).toMatchObject({ ok: true, value: { roles: [role], version: 1 } });
    expect(await db.customRole.findMany({ where: { groups: { some: { group: { id } } } } })).toMatchObject([
      { id: role },
    ]);
    expect(await auditLog(workspaceId)).toMatchObject([
      {
        action: 'group.roles_set',
        before: { roles: [], rolesVersion: 0 },
        after: { roles: [role], rolesVersion: 1 },
      },
    ]);
    expect(await setGroupRoles(ctx, { id, roles: [], version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { roles: [role], version: 1 } },
    });
  });

  test('a role of nowhere, or of another workspace, is refused', async () => {
    const { ctx } = await arrange();
    const theirs = await addRole(db, (await arrange()).workspace.id, { name: 'Users', permissions: [] });
    const id = await addGroup(db, ctx.workspaceId, { name: 'Platform' });

    for (const roles of [[randomUUID()], [theirs]]) {
      expect(await setGroupRoles(ctx, { id, roles, version: 0 })).toMatchObject({
        ok: false,
        error: { code: 'unknown_role' },
      });
    }
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('IT may put people into groups, and may not give a group a role', async () => {
    const { ctx, as } = await arrange();
    const id = await addGroup(db, ctx.workspaceId, { name: 'Platform' });

    expect(await setGroupRoles(await as('it_owner'), { id, roles: [], version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'forbidden', capability: 'access.write' },
    });
  });

  test('of two who set roles at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const role = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: [] });
    const id = await addGroup(db, ctx.workspaceId, { name: 'Platform' });
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setGroupRoles(ctx, { id, roles: [role], version: 0 }),
      setGroupRoles(other, { id, roles: [], version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
  });
});
