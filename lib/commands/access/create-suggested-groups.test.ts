import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addRole, setDefaults } from '#test/directory';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { createSuggestedGroups } from './create-suggested-groups';
import { setWorkspaceDefaults } from './set-workspace-defaults';

const rolesOf = (workspaceId: string) =>
  db.customRole.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } });
const groupsOf = (workspaceId: string) =>
  db.group.findMany({ where: { workspaceId }, include: { roles: true }, orderBy: { name: 'asc' } });

describe('createSuggestedGroups', () => {
  test('roles and groups are made for the decision, granting the workspace defaults again', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    await setDefaults(db, workspaceId, ['gpts.use']);
    await setDecision(ctx, { surfaces: 'local', version: 0 });

    expect(await createSuggestedGroups(ctx, {})).toMatchObject({ ok: true });

    const roles = await rolesOf(workspaceId);
    expect(roles).toMatchObject([
      { name: 'Codex Admin', permissions: { 'codex.administer': true, 'gpts.use': true } },
      { name: 'Codex Users', permissions: { 'codex.local': true, 'gpts.use': true } },
    ]);
    expect(await groupsOf(workspaceId)).toMatchObject([
      { name: 'Codex Admin', roles: [{ roleNumber: roles[0]?.number }] },
      { name: 'Codex Users', roles: [{ roleNumber: roles[1]?.number }] },
    ]);
    const actions = (await auditLog(workspaceId)).map(({ action }) => action).slice(1);
    expect(actions.sort()).toEqual(['group.created', 'group.created', 'role.created', 'role.created']);
  });

  test('what exists by name stays as it is, and a second time makes nothing', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    await addRole(db, workspaceId, { name: 'codex users', permissions: ['gpts.use'] });
    await addGroup(db, workspaceId, { name: 'Codex Admin' });

    await createSuggestedGroups(ctx, { keepDefaults: false });
    const roles = await rolesOf(workspaceId);
    const groups = await groupsOf(workspaceId);
    await createSuggestedGroups(ctx, {});

    expect(roles.find(({ name }) => name === 'codex users')).toMatchObject({
      permissions: { 'gpts.use': true },
    });
    expect(groups.find(({ name }) => name === 'Codex Admin')?.roles).toEqual([]);
    expect(await rolesOf(workspaceId)).toEqual(roles);
    expect(await groupsOf(workspaceId)).toEqual(groups);
  });

  test('a name in other forms of its letters is there already, as it is for whoever adds a role', async () => {
    const { ctx } = await arrange();
    const name = '\uFF23odex Users';
    await addRole(db, ctx.workspaceId, { name, permissions: [] });

    await createSuggestedGroups(ctx, {});

    expect((await rolesOf(ctx.workspaceId)).map((role) => role.name).sort()).toEqual(['Codex Admin', name]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not, and may not set the workspace defaults; nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const other = await as(appRole);

      const refused = { ok: false, error: { code: 'forbidden', capability: 'access.write' } };
      expect(await createSuggestedGroups(other, {})).toMatchObject(refused);
      expect(await setWorkspaceDefaults(other, { permissions: {}, version: 0 })).toMatchObject(refused);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
      expect(await rolesOf(ctx.workspaceId)).toEqual([]);
    },
  );
});

describe('setWorkspaceDefaults', () => {
  const stored = (workspaceId: string) => db.workspaceDefaults.findUnique({ where: { workspaceId } });

  test('the defaults are stored in the catalogue’s order, with before and after in the record', async () => {
    const { ctx } = await arrange();

    await setWorkspaceDefaults(ctx, { permissions: { 'gpts.use': true, 'codex.local': true }, version: 0 });

    const after = { permissions: { 'codex.local': true, 'gpts.use': true }, version: 1 };
    expect(await stored(ctx.workspaceId)).toMatchObject(after);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'access.defaults_set', before: { permissions: {}, version: 0 }, after },
    ]);
  });

  test('granting nobody anything is a decision too, and the same again is no write', async () => {
    const { ctx } = await arrange();

    await setWorkspaceDefaults(ctx, { permissions: {}, version: 0 });
    await setWorkspaceDefaults(ctx, { permissions: {}, version: 1 });

    expect(await stored(ctx.workspaceId)).toMatchObject({ permissions: {}, version: 1 });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who set them at once, one meets a conflict; an unknown permission is refused', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setWorkspaceDefaults(ctx, { permissions: {}, version: 0 }),
      setWorkspaceDefaults(other, { permissions: { 'gpts.use': true }, version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await setWorkspaceDefaults(ctx, { permissions: { nothing: true }, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
  });
});
