import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { changeGroup } from './change-group';
import { changePerson } from './change-person';
import { changeRole } from './change-role';

const id = 'CN=Über/Team, #1';
const codes = (results: readonly { ok: boolean; error?: { code: string } }[]) =>
  results.map((result) => (result.ok ? 'stored' : result.error?.code)).sort();

describe('things under the caller’s own id', () => {
  test('version 0 adds a role, a group and a person under the id given, and the record says so', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;

    const role = await changeRole(ctx, {
      id,
      name: 'Pilot',
      permissions: { 'codex.local': true },
      version: 0,
    });
    const group = await changeGroup(ctx, { id, name: 'Platform', version: 0 });
    const person = await changePerson(ctx, { id, name: 'Ola', email: 'OLA@acme.example', version: 0 });

    expect(role).toMatchObject({ ok: true, value: { id, permissions: { 'codex.local': true }, version: 1 } });
    expect(group).toMatchObject({ ok: true, value: { id, source: 'manual', roles: [], version: 1 } });
    expect(person).toMatchObject({ ok: true, value: { id, email: 'ola@acme.example', isActive: true } });
    expect(await db.customRole.count({ where: { workspaceId, id } })).toBe(1);
    expect(await db.group.count({ where: { workspaceId, id } })).toBe(1);
    expect(await db.person.count({ where: { workspaceId, id } })).toBe(1);
    expect((await auditLog(workspaceId)).map(({ action }) => action)).toEqual([
      'role.created',
      'group.created',
      'person.created',
    ]);
  });

  test('of two who add the same at once one meets a conflict with what is there', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const role = { id, name: 'Pilot', permissions: {}, version: 0 };
    const roles = await Promise.all([changeRole(ctx, role), changeRole(other, role)]);
    const group = { id, name: 'Platform', version: 0 };
    const groups = await Promise.all([changeGroup(ctx, group), changeGroup(other, group)]);
    const person = { id, name: 'Ola', email: 'ola@acme.example', version: 0 };
    const people = await Promise.all([changePerson(ctx, person), changePerson(other, person)]);

    for (const results of [roles, groups, people]) expect(codes(results)).toEqual(['conflict', 'stored']);
    expect(roles.find(({ ok }) => !ok)).toMatchObject({ error: { current: { id, version: 1 } } });
  });

  test('another version of what is not here is not found, also where another workspace has the id', async () => {
    const [{ ctx }, theirs] = [await arrange(), (await arrange()).workspace.id];
    const [role, group, person] = [
      await addRole(db, theirs, { name: 'Pilot', permissions: [] }),
      await addGroup(db, theirs, { name: 'Platform' }),
      await addPerson(db, theirs),
    ];

    const results = [
      await changeRole(ctx, { id: role, name: 'Mine', version: 1 }),
      await changeGroup(ctx, { id: group, name: 'Mine', version: 1 }),
      await changePerson(ctx, { id: person, name: 'Mine', version: 1 }),
    ];

    expect(codes(results)).toEqual(['not_found', 'not_found', 'not_found']);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('the same id names things of their own in two workspaces', async () => {
    const [one, other] = [await arrange(), await arrange()];
    await changeRole(one.ctx, { id, name: 'Pilot', version: 0 });

    expect(await changeRole(other.ctx, { id, name: 'Pilot', version: 0 })).toMatchObject({ ok: true });
  });

  test('what a new thing cannot be without is said at its field, and nothing is stored', async () => {
    const { ctx } = await arrange();

    const results = [
      await changeRole(ctx, { id, permissions: {}, version: 0 }),
      await changeGroup(ctx, { id, version: 0 }),
      await changePerson(ctx, { id, email: 'ola@acme.example', version: 0 }),
      await changePerson(ctx, { id, name: 'Ola', version: 0 }),
    ];

    expect(results).toMatchObject(
      ['name', 'name', 'name', 'email'].map((field) => ({
        ok: false,
        error: { code: 'invalid_input', fields: { [field]: [expect.any(String)] } },
      })),
    );
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });
});
