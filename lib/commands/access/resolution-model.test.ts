import { describe, expect, test } from 'vitest';
import { accessIndex } from '#lib/data/access-index';
import { db } from '#lib/data/db';
import { readDirectRoles } from '#lib/queries/access';
import { previewAccess } from '#lib/queries/access-preview';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { removeRole } from './remove-role';
import { setDirectRoles } from './set-direct-roles';
import { setResolutionModel } from './set-resolution-model';

const triState = { model: 'tri-state', version: 0 } as const;

describe('setResolutionModel', () => {
  test('the model is stored with its version, stands in the audit log, and counts at once', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;

    expect(await setResolutionModel(ctx, triState)).toEqual({ ok: true, value: { ...triState, version: 1 } });

    expect(await db.resolutionModel.findUnique({ where: { workspaceId } })).toMatchObject({
      model: 'tri-state',
      version: 1,
      changedBy: ctx.actor.name,
    });
    expect(await auditLog(workspaceId)).toMatchObject([
      {
        action: 'access.model_set',
        before: { model: 'guide-2026-03', version: 0 },
        after: { model: 'tri-state', version: 1 },
      },
    ]);
    expect((await accessIndex(db, { workspaceId })).facts.model).toEqual({ model: 'tri-state', version: 1 });
  });

  test('a version that has moved on is a conflict, the same model again changes nothing', async () => {
    const { ctx } = await arrange();
    await setResolutionModel(ctx, triState);

    expect(await setResolutionModel(ctx, triState)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 1 } },
    });
    expect(await setResolutionModel(ctx, { ...triState, version: 1 })).toMatchObject({
      value: { version: 1 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may choose no model and give no role directly, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const person = await addPerson(db, ctx.workspaceId);
      const other = await as(appRole);

      const results = [
        await setResolutionModel(other, triState),
        await setDirectRoles(other, { id: person, roles: [], version: 1 }),
      ];

      for (const result of results) {
        expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'access.write' } });
      }
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('of two who choose at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setResolutionModel(ctx, triState),
      setResolutionModel(other, triState),
    ]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
  });
});

/** Defaults that share GPTs, a role that does not speak of it, and a group with the role and one person. */
async function pilot() {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const nadia = await addPerson(db, workspaceId, { name: 'Nadia', groupIds: [group] });
  const ola = await addPerson(db, workspaceId, { name: 'Ola' });
  return { ctx, role, nadia, ola };
}

describe('what another model would do', () => {
  test('in the tri-state model a role passes the defaults on, so its people gain them', async () => {
    const { ctx } = await pilot();

    const effect = await previewAccess(ctx, { changes: [{ kind: 'model-changed', model: 'tri-state' }] });

    expect(effect).toMatchObject({
      losses: { people: 0 },
      leavesDefault: { people: 0 },
      gains: { people: 1, names: ['Nadia'], permissions: ['gpts.share'] },
    });
  });

  test('back in the guide’s model direct roles count no more, and the defaults are lost again', async () => {
    const { ctx, role, ola } = await pilot();
    await setResolutionModel(ctx, triState);
    await setDirectRoles(ctx, { id: ola, roles: [role], version: 1 });

    const effect = await previewAccess(ctx, { changes: [{ kind: 'model-changed', model: 'guide-2026-03' }] });

    expect(effect).toMatchObject({
      losses: { people: 2, names: ['Nadia', 'Ola'], permissions: ['codex.local', 'gpts.share'] },
      gains: { people: 0 },
    });
  });

  test('a direct role, and the removal of one, are shown as what they become', async () => {
    const { ctx, role, ola } = await pilot();
    await setResolutionModel(ctx, triState);
    const given = { kind: 'direct-roles-changed', person: ola, roles: [role] };
    const before = await previewAccess(ctx, { changes: [given] });

    expect(before).toMatchObject({
      gains: { people: 1, names: ['Ola'], permissions: ['codex.local'] },
      leavesDefault: { people: 1, names: ['Ola'] },
    });
    await setDirectRoles(ctx, { id: ola, roles: [role], version: 1 });

    const removal = await previewAccess(ctx, { changes: [{ kind: 'role-removed', role }] });
    expect(removal?.losses).toEqual({ people: 2, names: ['Nadia', 'Ola'], permissions: ['codex.local'] });
    expect(await removeRole(ctx, { id: role, version: 1 })).toMatchObject({ ok: true });
    const { facts } = await accessIndex(db, { workspaceId: ctx.workspaceId });
    expect(facts.profiles).toMatchObject([{ roleIds: [], people: 2 }]);
  });
});

describe('setDirectRoles', () => {
  test('the roles are stored under the person’s version, and stand in the audit log', async () => {
    const { ctx, role, ola } = await pilot();
    await setResolutionModel(ctx, triState);

    const result = await setDirectRoles(ctx, { id: ola, roles: [role, role], version: 1 });

    expect(result).toEqual({ ok: true, value: { roles: [role], version: 2 } });
    expect(await readDirectRoles(ctx, { id: ola })).toEqual({ roles: [role], version: 2 });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'person.roles_set',
      subject: `person:${ola}`,
      before: { name: 'Ola', roles: [], version: 1 },
      after: { name: 'Ola', roles: [role], version: 2 },
    });
    expect(await setDirectRoles(ctx, { id: ola, roles: [], version: 1 })).toMatchObject({
      error: { code: 'conflict', current: { roles: [role], version: 2 } },
    });
    expect(await setDirectRoles(ctx, { id: ola, roles: [role], version: 2 })).toMatchObject({
      value: { version: 2 },
    });
  });

  test('in the guide’s model nobody has a role directly', async () => {
    const { ctx, role, ola } = await pilot();

    expect(await setDirectRoles(ctx, { id: ola, roles: [role], version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'no_direct_roles' },
    });
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('a role of nowhere is refused, a person of nowhere is not found', async () => {
    const { ctx, ola } = await pilot();
    await setResolutionModel(ctx, triState);

    expect(await setDirectRoles(ctx, { id: ola, roles: ['none'], version: 1 })).toMatchObject({
      error: { code: 'unknown_role' },
    });
    expect(await setDirectRoles(ctx, { id: 'nobody', roles: [], version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});
