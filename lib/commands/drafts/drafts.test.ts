import { describe, expect, test } from 'vitest';
import { changeRole } from '#lib/commands/access/change-role';
import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { markOf } from '#lib/domain/drafts/draft-effect';
import { readDraft } from '#lib/queries/drafts';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { looked } from '#test/drafts';
import { addToDraft } from './add-to-draft';
import { applyDraft } from './apply-draft';
import { createDraft } from './create-draft';
import { discardDraft } from './discard-draft';
import { renameDraft } from './rename-draft';
import { takeBase } from './take-base';
import { takeFromDraft } from './take-from-draft';

/** Defaults gpts.share; role Users grants codex.local; Payments has no role; Nadia is in it, Ola in no group. */
async function company() {
  const scene = await arrange();
  const { workspaceId } = scene.ctx;
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Payments' });
  const synced = await addGroup(db, workspaceId, { name: 'Synced', source: 'scim' });
  const nadia = await addPerson(db, workspaceId, { name: 'Nadia', groupIds: [group] });
  const ola = await addPerson(db, workspaceId, { name: 'Ola' });
  return { ...scene, workspaceId, role, group, synced, nadia, ola };
}

const begun = async (ctx: Context, changes: unknown[] = []) => {
  const draft = await createDraft(ctx, { name: 'Wave 2', changes });
  if (!draft.ok) throw new Error(draft.error.message);
  return draft.value;
};

/** An effect that nobody saw, for whoever is refused before it counts. */
const unseen = markOf({ losses: 0, leavesDefault: 0, gains: 0 }, '0'.repeat(64));

const actions = async (workspaceId: string) => (await auditLog(workspaceId)).map(({ action }) => action);

describe('a draft', () => {
  test('is begun, named, added to and taken from, with an entry for each; access stays as it is', async () => {
    const { ctx, workspaceId, role, group } = await company();
    const first = await begun(ctx);
    const { id } = first;
    const added = { kind: 'group-role-added', group, role };
    const granted = { kind: 'role-permission-granted', role, permission: 'gpts.share' };

    await renameDraft(ctx, { id, name: 'Wave 3', version: 1 });
    await addToDraft(ctx, { id, changes: [added, granted], version: 2 });
    const result = await takeFromDraft(ctx, { id, place: '0', version: 3 });

    expect(result).toMatchObject({ ok: true, value: { name: 'Wave 3', changes: [granted], version: 4 } });
    expect(await actions(workspaceId)).toEqual([
      'draft.created',
      'draft.renamed',
      'draft.change_added',
      'draft.change_removed',
    ]);
    expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);
    expect(await discardDraft(ctx, { id, version: 4 })).toMatchObject({ ok: true });
    expect(await db.accessDraft.count({ where: { workspaceId } })).toBe(0);
  });

  test.each([
    ['unknown_role', { kind: 'group-role-added', group: 'GROUP', role: 'nobody' }],
    ['unknown_group', { kind: 'group-role-added', group: 'nobody', role: 'ROLE' }],
    ['unknown_person', { kind: 'membership-added', group: 'GROUP', person: 'nobody' }],
    ['group_is_synced', { kind: 'membership-added', group: 'SYNCED', person: 'NADIA' }],
    ['invalid_input', { kind: 'role-permission-granted', role: 'ROLE', permission: 'codex.everything' }],
    ['invalid_input', { kind: 'role-removed', role: 'ROLE' }],
  ])('a change is refused with %s and nothing is stored', async (code, change) => {
    const { ctx, workspaceId, role, group, synced, nadia } = await company();
    const ids: Record<string, string> = { ROLE: role, GROUP: group, SYNCED: synced, NADIA: nadia };
    const { id } = await begun(ctx);
    const named = Object.fromEntries(Object.entries(change).map(([key, said]) => [key, ids[said] ?? said]));

    expect(await addToDraft(ctx, { id, changes: [named], version: 1 })).toMatchObject({ error: { code } });
    expect(await db.accessDraft.findFirst({ where: { workspaceId } })).toMatchObject({
      changes: [],
      version: 1,
    });
  });

  test('more changes than a draft holds are refused in a sentence, at once or one after the other', async () => {
    const { ctx, role } = await company();
    const changes = Array.from({ length: 20_001 }, (_, at) => ({
      kind: 'role-permission-granted',
      role,
      permission: at % 2 === 0 ? 'gpts.share' : 'apps.use',
    }));

    expect(await createDraft(ctx, { name: 'Wave 2', changes })).toMatchObject({
      error: { code: 'invalid_input', fields: { changes: ['A draft holds up to 20,000 changes.'] } },
    });
    const { id } = await begun(ctx, changes.slice(0, 2));
    expect(await addToDraft(ctx, { id, changes: changes.slice(1), version: 1 })).toMatchObject({
      error: { code: 'too_many_changes', message: 'A draft holds up to 20,000 changes.' },
    });
  });

  test('what is in it already is refused, and a version that has moved on is a conflict', async () => {
    const { ctx, role, group } = await company();
    const change = { kind: 'group-role-added', group, role };
    const { id } = await begun(ctx, [change]);

    expect(await addToDraft(ctx, { id, changes: [change], version: 1 })).toMatchObject({
      error: { code: 'change_in_draft' },
    });
    await renameDraft(ctx, { id, name: 'Mine', version: 1 });
    expect(await renameDraft(ctx, { id, name: 'Theirs', version: 1 })).toMatchObject({
      error: { code: 'conflict', current: { name: 'Mine', version: 2 } },
    });
    expect(await takeFromDraft(ctx, { id, place: 7, version: 2 })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not write it, and nothing is stored',
    async (appRole) => {
      const { ctx, as, workspaceId } = await company();
      const { id } = await begun(ctx);
      const other = await as(appRole);

      const results = [
        await createDraft(other, { name: 'Mine' }),
        await renameDraft(other, { id, name: 'Mine', version: 1 }),
        await addToDraft(other, { id, changes: [], version: 1 }),
        await takeFromDraft(other, { id, place: 0, version: 1 }),
        await takeBase(other, { id, version: 1 }),
        await discardDraft(other, { id, version: 1 }),
      ];

      for (const result of results) {
        expect(result).toMatchObject({ error: { code: 'forbidden', capability: 'draft.write' } });
      }
      expect(await db.accessDraft.findMany({ where: { workspaceId } })).toMatchObject([
        { name: 'Wave 2', version: 1 },
      ]);
    },
  );

  test('another workspace does not find it', async () => {
    const { ctx } = await company();
    const { id } = await begun(ctx);
    const stranger = await arrange();

    expect(await discardDraft(stranger.ctx, { id, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await applyDraft(stranger.ctx, { id, version: 1, effect: unseen })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('applyDraft', () => {
  test('everything is written at once, with an entry for each object and one for the draft', async () => {
    const { ctx, workspaceId, role, group, nadia, ola } = await company();
    const { id } = await begun(ctx, [
      { kind: 'group-role-added', group, role },
      { kind: 'role-permission-granted', role, permission: 'gpts.share' },
      { kind: 'membership-added', group, person: ola },
      { kind: 'membership-removed', group, person: nadia },
      { kind: 'default-role-changed', permissions: { 'apps.use': true } },
    ]);

    expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({
      ok: true,
      value: {
        appliedBy: ctx.actor.name,
        version: 2,
        appliedEffect: { losses: 1, leavesDefault: 1, gains: 2 },
      },
    });
    expect(await readDraft(ctx, { id })).toMatchObject({ appliedEffect: { losses: 1, gains: 2 } });

    expect(await actions(workspaceId)).toEqual([
      'draft.created',
      'access.defaults_set',
      'role.changed',
      'group.roles_set',
      'group.members_changed',
      'access.draft_applied',
    ]);
    expect(
      await db.groupRole.count({ where: { workspaceId, role: { id: role }, group: { id: group } } }),
    ).toBe(1);
    expect(await db.customRole.findFirst({ where: { workspaceId } })).toMatchObject({
      permissions: { 'codex.local': true, 'gpts.share': true },
      version: 2,
    });
    const members = await db.groupMember.findMany({ where: { workspaceId }, include: { person: true } });
    expect(members.map(({ person }) => person.id)).toEqual([ola]);
    expect(await db.workspaceDefaults.findFirst({ where: { workspaceId } })).toMatchObject({
      permissions: { 'apps.use': true },
      version: 2,
    });
    const again = [
      await applyDraft(ctx, { id, version: 2, effect: unseen }),
      await discardDraft(ctx, { id, version: 2 }),
    ];
    for (const result of again) expect(result).toMatchObject({ error: { code: 'draft_applied' } });
  });

  test('what has moved under the changes refuses it, is told, and may be taken', async () => {
    const { ctx, workspaceId, role, group } = await company();
    const { id } = await begun(ctx, [{ kind: 'group-role-added', group, role }]);
    await changeRole(ctx, { id: role, permissions: { 'codex.cloud': true }, version: 1 });

    expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({
      error: {
        code: 'base_moved',
        moved: [
          {
            before: { kind: 'role', name: 'Users', permissions: { 'codex.local': true } },
            now: { permissions: { 'codex.cloud': true } },
          },
        ],
      },
    });
    expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);
    expect(await takeBase(ctx, { id, version: 1 })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await takeBase(ctx, { id, version: 2 })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await applyDraft(ctx, await looked(ctx, id, 2))).toMatchObject({ ok: true });
  });

  test('a base taken anew keeps what somebody else made of the defaults', async () => {
    const { ctx, workspaceId } = await company();
    const wanted = { 'gpts.share': true, 'search.web': true };
    const { id } = await begun(ctx, [{ kind: 'default-role-changed', permissions: wanted }]);
    await setWorkspaceDefaults(ctx, { permissions: { 'gpts.share': true, 'apps.use': true }, version: 1 });

    await takeBase(ctx, { id, version: 1 });
    expect(await applyDraft(ctx, await looked(ctx, id, 2))).toMatchObject({ ok: true });
    expect(await db.workspaceDefaults.findFirst({ where: { workspaceId } })).toMatchObject({
      permissions: { 'gpts.share': true, 'search.web': true, 'apps.use': true },
    });
  });

  test('a new name, and what the changes do not touch, move nothing', async () => {
    const { ctx, workspaceId, role, group } = await company();
    const other = await addRole(db, workspaceId, { name: 'Other', permissions: [] });
    const { id } = await begun(ctx, [{ kind: 'group-role-added', group, role }]);
    await changeRole(ctx, { id: role, name: 'Codex Users', version: 1 });
    await changeRole(ctx, { id: other, permissions: { 'codex.cloud': true }, version: 1 });

    expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({ ok: true });
  });

  test('an empty draft, an old version and whoever may not grant are refused', async () => {
    const { ctx, as, workspaceId, role, group } = await company();
    const empty = await begun(ctx);
    expect(await applyDraft(ctx, await looked(ctx, empty.id))).toMatchObject({
      error: { code: 'draft_empty' },
    });

    const { id } = await begun(ctx, [{ kind: 'group-role-added', group, role }]);
    expect(await applyDraft(ctx, { id, version: 0, effect: unseen })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await applyDraft(await as('it_owner'), { id, version: 1 })).toMatchObject({
      error: { code: 'forbidden', capability: 'access.write' },
    });
    expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);
  });

  test('of two who apply it at once, one is told that it was applied', async () => {
    const { ctx, as, role, group } = await company();
    const { id } = await begun(ctx, [{ kind: 'group-role-added', group, role }]);
    const other = await as('workspace_owner');

    const seen = await looked(ctx, id);

    const results = await Promise.all([applyDraft(ctx, seen), applyDraft(other, seen)]);

    const codes = results.map((result) => (result.ok ? 'applied' : result.error.code));
    expect(codes.sort()).toEqual(['applied', 'draft_applied']);
  });
});
