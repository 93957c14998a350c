import { describe, expect, test } from 'vitest';
import { createDraft } from '#lib/commands/drafts/create-draft';
import { db } from '#lib/data/db';
import { Refused } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { accessDifference } from '#lib/data/access-difference';
import { readDraftProof } from './draft-proof';
import { readDraftScreen } from './draft-screen';
import { readDraftFile, readDraftWhatIf } from './drafts';
import { whatIf, whatIfFile } from './what-if';

/** Defaults gpts.share; role Users grants codex.local. Ada is in Payments, Bo in Platform, which has the role. */
async function company() {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.local'] });
  const payments = await addGroup(db, workspaceId, { name: 'Payments' });
  const platform = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const ada = await addPerson(db, workspaceId, { name: 'Ada', groupIds: [payments] });
  const bo = await addPerson(db, workspaceId, { name: 'Bo', groupIds: [platform] });
  await addPerson(db, workspaceId, { name: 'Gone', groupIds: [payments], isActive: false });
  return { ctx, workspaceId, role, payments, platform, ada, bo };
}

describe('whatIf', () => {
  test('names who loses, gains and leaves the default, with permissions and reasons', async () => {
    const { ctx, role, payments, ada } = await company();
    const reason = 'A custom role switches the workspace defaults off: Users through Payments.';

    expect(await whatIf(ctx, { changes: [{ kind: 'group-role-added', group: payments, role }] })).toEqual({
      losses: {
        count: 1,
        people: [{ id: ada, name: 'Ada', permissions: ['gpts.share'], reason }],
        cursor: null,
      },
      gains: {
        count: 1,
        people: [
          { id: ada, name: 'Ada', permissions: ['codex.local'], reason: 'Through Payments, role Users.' },
        ],
        cursor: null,
      },
      leavesDefault: {
        count: 1,
        people: [{ id: ada, name: 'Ada', permissions: ['gpts.share'], reason }],
        cursor: null,
      },
    });
  });

  test.each([
    ['role-permission-revoked', 'Bo', 'Users, through Platform, grants less than before.'],
    ['group-role-removed', 'Bo', 'Platform no longer has the role Users.'],
    ['membership-removed', 'Bo', 'No longer in Platform, which gives the role Users.'],
    ['default-role-changed', 'Ada', 'The workspace defaults grant less than before.'],
  ])('%s is the reason that it is', async (kind, name, reason) => {
    const { ctx, role, platform, bo } = await company();
    const fields: Record<string, Record<string, unknown>> = {
      'role-permission-revoked': { role, permission: 'codex.local' },
      'group-role-removed': { group: platform, role },
      'membership-removed': { group: platform, person: bo },
      'default-role-changed': { permissions: {} },
    };

    const told = await whatIf(ctx, { changes: [{ kind, ...fields[kind] }] });

    expect(told?.losses.people).toMatchObject([{ name, reason }]);
  });

  test('who is back at the default gains by it', async () => {
    const { ctx, role, platform } = await company();

    const told = await whatIf(ctx, { changes: [{ kind: 'group-role-removed', group: platform, role }] });

    expect(told?.gains.people).toMatchObject([
      {
        name: 'Bo',
        permissions: ['gpts.share'],
        reason: 'No custom role any more, so the workspace defaults apply.',
      },
    ]);
  });

  test.each([
    ['unknown_group', { kind: 'group-role-added', group: 'nobody', role: 'ROLE' }],
    ['unknown_role', { kind: 'group-role-added', group: 'GROUP', role: 'nobody' }],
    ['unknown_person', { kind: 'membership-added', group: 'GROUP', person: 'nobody' }],
  ])('a name of nothing is refused with %s', async (code, change) => {
    const { ctx, role, payments } = await company();
    const named = { ...change, ...('role' in change && change.role === 'ROLE' ? { role } : {}) };
    const asked = { ...named, ...(change.group === 'GROUP' ? { group: payments } : {}) };
    const first = { kind: 'default-role-changed', permissions: {} };

    const refused: unknown = await whatIf(ctx, { changes: [first, asked] }).catch(
      (thrown: unknown) => thrown,
    );

    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ error: { code, change: 1 } });
  });

  test('the whole lists are a file, one of them where it is named', async () => {
    const { ctx, role, payments, ada } = await company();
    const asked = { changes: [{ kind: 'group-role-added', group: payments, role }] };
    const textOf = async (input: unknown) => {
      let text = '';
      for await (const chunk of (await whatIfFile(ctx, input))?.chunks ?? []) text += chunk;
      return text.trim().split('\r\n');
    };

    expect(await textOf(asked)).toHaveLength(4);
    expect(await textOf({ ...asked, list: 'gains' })).toEqual([
      'list,id,name,permissions,reason',
      `gains,${ada},Ada,codex.local,"Through Payments, role Users."`,
    ]);
  });

  test('the same changes are compared once until somebody writes', async () => {
    const { workspaceId, role, payments } = await company();
    const changes = [{ kind: 'group-role-added', group: payments, role }] as const;
    const ask = () => accessDifference(db, { workspaceId, changes });

    const first = await ask();
    expect(await ask()).toBe(first);
    await addPerson(db, workspaceId, { name: 'Cy', groupIds: [payments] });
    const later = await ask();
    expect(later).not.toBe(first);
    expect(later.found.losses).toHaveLength(2);
  });
});

describe('a draft', () => {
  async function drafted() {
    const scene = await company();
    const { ctx, payments, role } = scene;
    const draft = await createDraft(ctx, {
      name: 'Wave 2',
      changes: [{ kind: 'group-role-added', group: payments, role }],
    });
    if (!draft.ok) throw new Error(draft.error.message);
    return { ...scene, id: draft.value.id };
  }

  test('has the lists of its changes, also as a file', async () => {
    const { ctx, id } = await drafted();

    expect(await readDraftWhatIf(ctx, { id })).toMatchObject({ losses: { count: 1 }, gains: { count: 1 } });
    expect(await readDraftFile(ctx, { id, list: 'losses' })).toMatchObject({ name: 'what-if-losses.csv' });
    const stranger = await arrange();
    expect(await readDraftWhatIf(stranger.ctx, { id })).toBeNull();
  });

  test('offers what would keep the losses away, and says what else that does', async () => {
    const { ctx, id, role, ada } = await drafted();

    expect(await readDraftScreen(ctx, { id })).toMatchObject({
      effect: { losses: { people: 1 }, leavesDefault: { people: 1 }, gains: { people: 1 }, unchanged: 1 },
      isSamePeople: true,
      changes: [{ sentence: { subject: 'Payments', verb: 'gets role', object: 'Users' }, people: 1 }],
      page: { rows: [{ id: ada, through: ['Payments'], loses: 1, gains: 1 }], total: 1, profiles: 1 },
      fix: {
        role,
        name: 'Users',
        changes: [{ kind: 'role-permission-granted', role, permission: 'gpts.share' }],
        losses: 0,
        othersGain: 1,
      },
    });
  });

  test('is proven for one person, from today over the change to after', async () => {
    const { ctx, id, ada, role } = await drafted();

    expect(await readDraftProof(ctx, { id, person: ada })).toMatchObject({
      person: { name: 'Ada', groups: ['Payments'] },
      losses: [
        {
          permission: 'gpts.share',
          steps: [
            {
              title: 'Today',
              text: 'In no group with a custom role, so the workspace defaults apply. They grant GPTs: share.',
            },
            { title: 'Change 1', text: 'Payments gets role Users. Ada is in Payments.' },
            { title: 'After', text: 'One custom role, so the workspace defaults are not used (guide 2.5).' },
            { title: 'Users', text: 'does not grant GPTs: share. There is no other role.' },
          ],
        },
      ],
      gains: [{ permission: 'codex.local', through: ['Payments, role Users'] }],
      ways: [
        { kind: 'grant', role, people: 2 },
        { kind: 'second-role', name: 'Payments', people: 1 },
        { kind: 'leave-out', place: 0 },
      ],
    });
  });
});
