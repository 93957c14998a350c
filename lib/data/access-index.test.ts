import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { profileAccess } from '#lib/domain/rbac/access-facts';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { db } from './db';
import { findStoredRollout } from './rollout-facts';

const accessOf = async (workspaceId: string) => (await findStoredRollout(db, { workspaceId })).access;

describe('the sums of roles, groups and people', () => {
  test('of a new workspace there is nothing', async () => {
    const { workspace } = await arrange();

    expect(await accessOf(workspace.id)).toEqual({
      model: { model: 'guide-2026-03', version: 0 },
      defaults: { permissions: {}, version: 0 },
      roles: [],
      groups: [],
      profiles: [],
    });
  });

  test('active people are counted by the set of roles they have, however many ways they have it', async () => {
    const { workspace } = await arrange();
    const { id } = workspace;
    await setDefaults(db, id, ['gpts.share']);
    const users = await addRole(db, id, { name: 'Users', permissions: ['codex.local'] });
    const admins = await addRole(db, id, { name: 'Admins', permissions: ['codex.administer'] });
    const one = await addGroup(db, id, { name: 'One', roleIds: [users] });
    const two = await addGroup(db, id, { name: 'Two', roleIds: [users] });
    const admin = await addGroup(db, id, { name: 'Admin', roleIds: [admins] });
    const plain = await addGroup(db, id, { name: 'Plain', source: 'scim' });
    await addPerson(db, id, { groupIds: [one, two, plain] });
    await addPerson(db, id, { groupIds: [two] });
    await addPerson(db, id, { groupIds: [one, admin] });
    await addPerson(db, id, { groupIds: [plain] });
    await addPerson(db, id, { groupIds: [one, admin], isActive: false });

    const access = await accessOf(id);

    expect(access.profiles).toEqual([
      { roleIds: [users], people: 2, groupIds: [one, two].sort() },
      expect.objectContaining({ people: 1 }),
      expect.objectContaining({ people: 1 }),
    ]);
    expect(access.profiles).toContainEqual({ roleIds: [], people: 1, groupIds: [] });
    expect(access.profiles).toContainEqual({
      roleIds: [users, admins].sort(),
      people: 1,
      groupIds: [one, admin].sort(),
    });
    expect(access.groups.map(({ name, people, source }) => [name, people, source])).toEqual([
      ['Admin', 1, 'manual'],
      ['One', 2, 'manual'],
      ['Plain', 2, 'scim'],
      ['Two', 2, 'manual'],
    ]);
    expect(profileAccess({ roleIds: [users] }, access)).toEqual({
      usesDefault: false,
      levels: new Map([['codex.local', 1]]),
      lostDefaults: ['gpts.share'],
    });
  });

  test('nothing of another workspace is counted', async () => {
    const { workspace } = await arrange();
    const { workspace: other } = await arrange();
    const role = await addRole(db, other.id, { name: 'Users', permissions: [] });
    const group = await addGroup(db, other.id, { name: `G ${randomUUID()}`, roleIds: [role] });
    await addPerson(db, other.id, { groupIds: [group] });

    expect((await accessOf(workspace.id)).profiles).toEqual([]);
    expect((await accessOf(other.id)).profiles).toHaveLength(1);
  });
});
