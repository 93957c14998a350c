import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addExpectation, addGroup, addPerson, addRole, setDefaults } from '#test/directory';
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

const nobody = { people: 0, names: [], permissions: [] };

describe('previewAccess', () => {
  test('other permissions of a role meet everybody who has it, and nobody else', async () => {
    const { ctx, role } = await company();

    expect(
      await previewAccess(ctx, {
        changes: [{ kind: 'role-changed', role, permissions: { 'codex.cloud': true, 'gpts.use': true } }],
      }),
    ).toEqual({
      losses: { people: 2, names: ['Ada', 'Bo'], permissions: ['codex.local'] },
      leavesDefault: { people: 0, names: [] },
      gains: { people: 2, names: ['Ada', 'Bo'], permissions: ['codex.cloud', 'gpts.use'] },
      unchanged: 2,
      breaks: [],
    });
  });

  test('without the role its people are back at the workspace defaults', async () => {
    const { ctx, role } = await company();

    expect(await previewAccess(ctx, { changes: [{ kind: 'role-removed', role }] })).toMatchObject({
      losses: { people: 2, permissions: ['codex.local'] },
      gains: { people: 2, permissions: ['gpts.use'] },
      leavesDefault: { people: 0, names: [] },
    });
  });

  test('other defaults meet only people without a custom role', async () => {
    const { ctx } = await company();

    expect(
      await previewAccess(ctx, { changes: [{ kind: 'default-role-changed', permissions: {} }] }),
    ).toMatchObject({
      losses: { people: 2, names: ['Cy', 'Di'], permissions: ['gpts.use'] },
      gains: nobody,
      unchanged: 2,
    });
  });

  test('a first role for a group makes its people leave the default; who has one already stays', async () => {
    const { ctx, role, plain } = await company();

    expect(await previewAccess(ctx, { changes: [{ kind: 'group-role-added', group: plain, role }] })).toEqual(
      {
        losses: { people: 1, names: ['Cy'], permissions: ['gpts.use'] },
        leavesDefault: { people: 1, names: ['Cy'] },
        gains: { people: 1, names: ['Cy'], permissions: ['codex.local'] },
        unchanged: 3,
        breaks: [],
      },
    );
  });

  test('joining and leaving a group', async () => {
    const { ctx, platform, ada, di } = await company();

    expect(
      await previewAccess(ctx, {
        changes: [
          { kind: 'membership-added', group: platform, person: di },
          { kind: 'membership-removed', group: platform, person: ada },
        ],
      }),
    ).toEqual({
      losses: { people: 2, names: ['Ada', 'Di'], permissions: ['codex.local', 'gpts.use'] },
      leavesDefault: { people: 1, names: ['Di'] },
      gains: { people: 2, names: ['Ada', 'Di'], permissions: ['codex.local', 'gpts.use'] },
      unchanged: 2,
      breaks: [],
    });
  });

  test('removing a group, and deactivating somebody', async () => {
    const { ctx, platform, cy } = await company();

    expect(await previewAccess(ctx, { changes: [{ kind: 'group-removed', group: platform }] })).toMatchObject(
      {
        losses: { people: 2, permissions: ['codex.local'] },
      },
    );
    expect(await previewAccess(ctx, { changes: [{ kind: 'person-deactivated', person: cy }] })).toMatchObject(
      {
        losses: { people: 1, names: ['Cy'], permissions: ['gpts.use'] },
        leavesDefault: { people: 1 },
        gains: nobody,
      },
    );
  });

  test('a group of another workspace is not found', async () => {
    const { platform } = await company();
    const { ctx } = await arrange();

    expect(await previewAccess(ctx, { changes: [{ kind: 'group-removed', group: platform }] })).toBeNull();
  });

  test('what is expected that a change would break is told, and what fails already without it is not', async () => {
    const { ctx, role, plain } = await company();
    const here = { workspaceId: ctx.workspaceId, permission: 'codex.local' };
    await addExpectation(db, here.workspaceId, { kind: 'nobody', permission: here.permission, group: plain });
    await addExpectation(db, here.workspaceId, { kind: 'nobody', permission: 'gpts.use' });
    const given = { kind: 'group-role-added', group: plain, role };

    const preview = await previewAccess(ctx, { changes: [given] });

    expect(preview?.breaks).toEqual([
      { id: expect.any(String), sentence: expect.stringContaining('Plain'), found: expect.any(String) },
    ]);
  });
});
