import { describe, expect, test } from 'vitest';
import { accessIndex } from '#lib/data/access-index';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { createGroup } from './create-group';
import { createPerson } from './create-person';
import { createRole } from './create-role';
import { removeGroup } from './remove-group';
import { removePerson } from './remove-person';
import { removeRole } from './remove-role';
import { restoreGroup } from './restore-group';
import { restorePerson } from './restore-person';
import { restoreRole } from './restore-role';
import { setDirectRoles } from './set-direct-roles';
import { setResolutionModel } from './set-resolution-model';

/** A role of a group and, directly, of the person in it; everybody else has none. */
async function arranged() {
  const { ctx, as } = await arrange();
  const { workspaceId } = ctx;
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const person = await addPerson(db, workspaceId, { name: 'Nadia', groupIds: [group] });
  await setResolutionModel(ctx, { model: 'tri-state', version: 0 });
  await setDirectRoles(ctx, { id: person, roles: [role], version: 1 });
  const factsNow = async () => (await accessIndex(db, { workspaceId })).facts;
  return { ctx, as, role, group, person, factsNow };
}

describe('what was removed', () => {
  test('a role comes back with its groups and people, under a version of its own', async () => {
    const { ctx, role, factsNow } = await arranged();
    const before = await factsNow();
    await removeRole(ctx, { id: role, version: 1 });

    expect(await restoreRole(ctx, { id: role })).toMatchObject({ ok: true, value: { id: role, version: 2 } });

    const after = await factsNow();
    expect(after.profiles).toEqual(before.profiles);
    expect(after.groups).toMatchObject([{ roleIds: [role], rolesVersion: 2 }]);
    expect(await db.directRole.count({ where: { workspaceId: ctx.workspaceId } })).toBe(1);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'role.restored',
      before: null,
      after: { name: 'Pilot', permissions: { 'codex.local': true } },
    });
  });

  test('a group comes back with its roles and people', async () => {
    const { ctx, group, role, factsNow } = await arranged();
    const before = await factsNow();
    await removeGroup(ctx, { id: group, version: 1 });

    const restored = await restoreGroup(ctx, { id: group });

    expect(restored).toMatchObject({ ok: true, value: { roles: [role], people: 1, version: 2 } });
    expect((await factsNow()).profiles).toEqual(before.profiles);
  });

  test('a person comes back into their groups and direct roles', async () => {
    const { ctx, person, factsNow } = await arranged();
    const before = await factsNow();
    await removePerson(ctx, { id: person, version: 2 });

    expect(await restorePerson(ctx, { id: person })).toMatchObject({ ok: true, value: { version: 3 } });

    expect((await factsNow()).profiles).toEqual(before.profiles);
    expect(await db.directRole.count({ where: { workspaceId: ctx.workspaceId } })).toBe(1);
  });

  test('what went meanwhile stays away: the rest comes back', async () => {
    const { ctx, role, group, person } = await arranged();
    await removeRole(ctx, { id: role, version: 1 });
    await removeGroup(ctx, { id: group, version: 1 });
    await removePerson(ctx, { id: person, version: 2 });

    expect(await restoreRole(ctx, { id: role })).toMatchObject({ ok: true });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ after: { groups: [], people: [] } });
    expect(await restoreGroup(ctx, { id: group })).toMatchObject({ value: { roles: [], people: 0 } });
  });

  test('a name or address that somebody else has by now is said', async () => {
    const { ctx, role, group, person } = await arranged();
    const { email } = await db.person.findFirstOrThrow({ where: { id: person } });
    await removeRole(ctx, { id: role, version: 1 });
    await removeGroup(ctx, { id: group, version: 1 });
    await removePerson(ctx, { id: person, version: 2 });
    await createRole(ctx, { name: 'PILOT' });
    await createGroup(ctx, { name: 'PLATFORM' });
    await createPerson(ctx, { name: 'Other', email });

    expect([
      await restoreRole(ctx, { id: role }),
      await restoreGroup(ctx, { id: group }),
      await restorePerson(ctx, { id: person }),
    ]).toMatchObject([
      { error: { code: 'role_name_taken' } },
      { error: { code: 'group_name_taken' } },
      { error: { code: 'email_taken' } },
    ]);
  });

  test('what is there, or never was, is not put back; nor by an app role that may not', async () => {
    const { ctx, as, role, group, person } = await arranged();
    const auditor = await as('auditor');

    const results = [
      await restoreRole(ctx, { id: role }),
      await restoreGroup(ctx, { id: group }),
      await restorePerson(ctx, { id: 'nobody' }),
    ];
    for (const result of results) {
      expect(result).toMatchObject({ ok: false, error: { code: 'nothing_to_restore' } });
    }
    await removePerson(ctx, { id: person, version: 2 });
    expect([
      await restoreRole(auditor, { id: role }),
      await restoreGroup(auditor, { id: group }),
      await restorePerson(auditor, { id: person }),
    ]).toMatchObject(Array.from({ length: 3 }, () => ({ error: { code: 'forbidden' } })));
  });

  test('of two who put the same back at once, one finds it there', async () => {
    const { ctx, as, role } = await arranged();
    const other = await as('workspace_owner');
    await removeRole(ctx, { id: role, version: 1 });

    const results = await Promise.all([restoreRole(ctx, { id: role }), restoreRole(other, { id: role })]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'nothing_to_restore',
      'stored',
    ]);
  });
});
