import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { previewAccess } from './access-preview';

/** Defaults gpts.use; role Users grants codex.local; Ada and Bo are in Platform with it, Cy and Di in no group. */
async function company() {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['gpts.use']);
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.local'] });
  const platform = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const plain = await addGroup(db, workspaceId, { name: 'Plain' });
  const person = (name: string, ...groupIds: string[]) => addPerson(db, workspaceId, { name, groupIds });
  const ada = await person('Ada', platform, plain);
  const bo = await person('Bo', platform);
  const cy = await person('Cy', plain);
  const di = await person('Di');
  await addPerson(db, workspaceId, { name: 'Gone', groupIds: [platform], isActive: false });
  return { ctx, role, platform, plain, ada, bo, cy, di };
}

const nobody = { people: 0, names: [] };
const nothing = { ...nobody, permissions: [] };

describe('previewAccess', () => {
  test('other permissions of a role meet everybody who has it, and nobody else', async () => {
    const { ctx, role } = await company();

    expect(
      await previewAccess(ctx, { kind: 'role', id: role, permissions: ['codex.cloud', 'gpts.use'] }),
    ).toEqual({
      losses: { people: 2, names: ['Ada', 'Bo'], permissions: ['codex.local'] },
      leavesDefault: nobody,
      gains: { people: 2, names: ['Ada', 'Bo'], permissions: ['codex.cloud', 'gpts.use'] },
      unchanged: 2,
    });
  });

  test('without the role its people are back at the workspace defaults', async () => {
    const { ctx, role } = await company();

    expect(await previewAccess(ctx, { kind: 'role-removed', id: role })).toMatchObject({
      losses: { people: 2, permissions: ['codex.local'] },
      gains: { people: 2, permissions: ['gpts.use'] },
      leavesDefault: nobody,
    });
  });

  test('other defaults meet only people without a custom role', async () => {
    const { ctx } = await company();

    expect(await previewAccess(ctx, { kind: 'defaults', permissions: [] })).toMatchObject({
      losses: { people: 2, names: ['Cy', 'Di'], permissions: ['gpts.use'] },
      gains: nothing,
      unchanged: 2,
    });
  });

  test('a first role for a group makes its people leave the default; who has one already stays', async () => {
    const { ctx, role, plain } = await company();

    expect(await previewAccess(ctx, { kind: 'group-roles', id: plain, roles: [role] })).toEqual({
      losses: { people: 1, names: ['Cy'], permissions: ['gpts.use'] },
      leavesDefault: { people: 1, names: ['Cy'] },
      gains: { people: 1, names: ['Cy'], permissions: ['codex.local'] },
      unchanged: 1,
    });
  });

  test('joining and leaving a group', async () => {
    const { ctx, platform, ada, di } = await company();

    expect(await previewAccess(ctx, { kind: 'members', id: platform, add: [di], remove: [ada] })).toEqual({
      losses: { people: 2, names: ['Di', 'Ada'], permissions: ['gpts.use', 'codex.local'] },
      leavesDefault: { people: 1, names: ['Di'] },
      gains: { people: 2, names: ['Di', 'Ada'], permissions: ['codex.local', 'gpts.use'] },
      unchanged: 0,
    });
  });

  test('removing a group, and deactivating somebody', async () => {
    const { ctx, platform, cy } = await company();

    expect(await previewAccess(ctx, { kind: 'group-removed', id: platform })).toMatchObject({
      losses: { people: 2, permissions: ['codex.local'] },
    });
    expect(await previewAccess(ctx, { kind: 'person-deactivated', id: cy })).toMatchObject({
      losses: { people: 1, names: ['Cy'], permissions: ['gpts.use'] },
      leavesDefault: { people: 1 },
      gains: nothing,
    });
  });

  test('a group of another workspace is not found', async () => {
    const { platform } = await company();
    const { ctx } = await arrange();

    expect(await previewAccess(ctx, { kind: 'group-removed', id: platform })).toBeNull();
  });
});
