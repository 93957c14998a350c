import { describe, expect, test } from 'vitest';
import { removeFromGroup } from '#lib/commands/access/remove-from-group';
import { removeGroup } from '#lib/commands/access/remove-group';
import { db } from '#lib/data/db';
import { findConsole } from '#lib/data/console';
import { readStepAddresses, readStepPeopleFile, readWorklistSum } from '#lib/queries/worklist';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { confirmEverything, confirmFirst, stepOf, wordsOf, worklist } from '#test/worklist';
import { confirmAllSteps } from './confirm-all-steps';
import { confirmStep } from './confirm-step';
import { takeBackConfirmation } from './take-back-confirmation';

/** Two people in a group made by hand, with a role that grants again what the defaults give. */
async function company() {
  const { ctx, as } = await arrange();
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['gpts.share', 'codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const ada = await addPerson(db, workspaceId, { name: 'Ada', email: 'ada@acme.example', groupIds: [group] });
  const bob = await addPerson(db, workspaceId, { name: 'Bob', email: 'bob@acme.example', groupIds: [group] });
  return { ctx, as, workspaceId, role, group, ada, bob };
}

const inOrder = [
  'Create the group Platform',
  'For everybody without a custom role, set GPTs: share to on',
  'Create the custom role Pilot',
  'Assign the custom role Pilot to the group Platform',
  'Add 2 people to the group Platform',
];

describe('confirmStep', () => {
  test('step by step what is confirmed becomes what is wanted, with who and when, and each stands in the record', async () => {
    const { ctx, workspaceId, role, group, ada, bob } = await company();

    expect(await wordsOf(ctx)).toEqual(inOrder);
    for (const [at, words] of inOrder.entries()) {
      expect(await confirmFirst(ctx)).toMatchObject({
        ok: true,
        value: { words, open: 4 - at, version: at + 1 },
      });
    }

    const { state, changedBy } = await findConsole(db, { workspaceId });
    expect({ state, changedBy }).toEqual({
      changedBy: ctx.actor.name,
      state: {
        defaults: { 'gpts.share': true },
        roles: [{ id: role, name: 'Pilot', permissions: { 'gpts.share': true, 'codex.local': true } }],
        groups: [{ id: group, name: 'Platform', byHand: true, roleIds: [role] }],
      },
    });
    expect(await db.confirmedMember.count({ where: { workspaceId, groupId: group } })).toBe(2);
    const list = await worklist(ctx);
    expect(list).toMatchObject({ open: 0, done: 5, steps: [] });
    expect(list.confirmations[0]).toMatchObject({
      words: inOrder[4],
      confirmedBy: ctx.actor.name,
      confirmedAt: ctx.now,
    });
    const log = await auditLog(workspaceId);
    expect(log.map(({ action }) => action)).toEqual(inOrder.map(() => 'console.step_confirmed'));
    expect(log[4]).toMatchObject({
      before: { version: 4 },
      after: {
        version: 5,
        step: { kind: 'members-added', group, people: expect.arrayContaining([ada, bob]) },
      },
    });
    expect(await readWorklistSum(ctx)).toMatchObject({ open: 0, confirmedBy: ctx.actor.name });
  });

  test('a step that says something else than was shown is a conflict, and nothing is stored', async () => {
    const { ctx, workspaceId, group } = await company();
    const shown = await stepOf(ctx, 'members-added');
    await addPerson(db, workspaceId, { name: 'Cleo', groupIds: [group] });

    expect(await confirmStep(ctx, shown)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 0, words: 'Add 3 people to the group Platform' } },
    });
    expect(await db.consoleState.count({ where: { workspaceId } })).toBe(0);
    expect(await auditLog(workspaceId)).toEqual([]);
  });

  test('a step that is done is unknown, and one whose group is still to be created is not ready', async () => {
    const { ctx } = await company();
    const before = await worklist(ctx);
    const step = (kind: string) => {
      const { key = '', digest = '' } = before.steps.find((one) => one.kind === kind) ?? {};
      return { key, digest };
    };

    expect(await confirmStep(ctx, { ...step('members-added'), version: 0 })).toMatchObject({
      error: { code: 'step_not_ready' },
    });
    expect(await confirmStep(ctx, { ...step('role-created'), version: 0 })).toMatchObject({ ok: true });
    expect(await confirmStep(ctx, { ...step('role-created'), version: 1 })).toMatchObject({
      error: { code: 'unknown_step' },
    });
  });

  test('of two who confirm the same step at once, one is told that it is done', async () => {
    const { ctx, as } = await company();
    const other = await as('it_owner');
    const { steps, version } = await worklist(ctx);
    const { key = '', digest = '' } = steps[0] ?? {};

    const results = await Promise.all([
      confirmStep(ctx, { key, digest, version }),
      confirmStep(other, { key, digest, version }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['stored', 'unknown_step']);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may confirm nothing and take nothing back, and nothing is stored',
    async (appRole) => {
      const { ctx, as, workspaceId } = await company();
      const { steps, version, digest, open } = await worklist(ctx);
      const other = await as(appRole);

      const results = [
        await confirmStep(other, { key: steps[0]?.key, digest: steps[0]?.digest, version }),
        await confirmAllSteps(other, { steps: open, digest, version }),
        await takeBackConfirmation(other, { version }),
      ];

      for (const result of results) {
        expect(result).toMatchObject({ error: { code: 'forbidden', capability: 'console.confirm' } });
      }
      expect(await db.consoleState.count({ where: { workspaceId } })).toBe(0);
      expect(await auditLog(workspaceId)).toEqual([]);
    },
  );
});

describe('confirmAllSteps', () => {
  test('everything is confirmed at once, by the number of steps', async () => {
    const { ctx, workspaceId } = await company();
    const { digest } = await worklist(ctx);

    expect(await confirmAllSteps(ctx, { steps: 4, digest, version: 0 })).toMatchObject({
      error: { code: 'wrong_number' },
    });
    expect(await confirmAllSteps(ctx, { steps: 5, digest: 'another', version: 0 })).toMatchObject({
      error: { code: 'conflict', current: { version: 0, steps: 5 } },
    });
    expect(await confirmAllSteps(ctx, { steps: 5, digest, version: 0 })).toMatchObject({
      ok: true,
      value: { version: 1, open: 0 },
    });

    expect(await worklist(ctx)).toMatchObject({ open: 0, done: 5 });
    expect(await auditLog(workspaceId)).toMatchObject([
      { action: 'console.all_confirmed', after: { version: 1, steps: { length: 5 } } },
    ]);
    expect(await confirmEverything(ctx)).toMatchObject({ ok: false });
    expect(await confirmAllSteps(ctx, { steps: 1, digest, version: 1 })).toMatchObject({
      error: { code: 'nothing_to_confirm' },
    });
  });
});

describe('takeBackConfirmation', () => {
  test('the newest confirmation is taken back, then the one before it', async () => {
    const { ctx, workspaceId } = await company();
    await confirmFirst(ctx);
    await confirmFirst(ctx);
    await confirmEverything(ctx);
    expect(await takeBackConfirmation(ctx, { version: 2 })).toMatchObject({
      error: { code: 'conflict', current: { version: 3 } },
    });

    expect(await takeBackConfirmation(ctx, { version: 3 })).toMatchObject({
      ok: true,
      value: { version: 4 },
    });
    expect(await wordsOf(ctx)).toEqual(inOrder.slice(2));
    expect(await db.confirmedMember.count({ where: { workspaceId } })).toBe(0);
    expect(await takeBackConfirmation(ctx, { version: 4 })).toMatchObject({ ok: true });
    expect(await takeBackConfirmation(ctx, { version: 5 })).toMatchObject({ ok: true });
    expect(await wordsOf(ctx)).toEqual(inOrder);
    expect(await takeBackConfirmation(ctx, { version: 6 })).toMatchObject({
      error: { code: 'nothing_to_take_back' },
    });
    expect((await auditLog(workspaceId)).at(-1)).toMatchObject({
      action: 'console.step_taken_back',
      before: { words: inOrder[0], confirmedBy: ctx.actor.name },
    });
  });
});

describe('who is in a group of the console', () => {
  test('where the id of a group has changed between two confirmations, both are taken back', async () => {
    const { ctx, workspaceId, group } = await company();
    await confirmEverything(ctx);
    await db.group.updateMany({ where: { workspaceId, id: group }, data: { id: 'idp-group' } });
    await addGroup(db, workspaceId, { name: 'Quality' });
    await confirmFirst(ctx);

    for (const version of [2, 3]) {
      expect(await takeBackConfirmation(ctx, { version })).toMatchObject({ ok: true });
    }
    expect(await db.confirmedMember.count({ where: { workspaceId } })).toBe(0);
    expect(await wordsOf(ctx)).toEqual([inOrder[0], 'Create the group Quality', ...inOrder.slice(1)]);
  });

  test('who came with an import counts as confirmed, until somebody is taken out by hand', async () => {
    const { ctx, workspaceId, group, ada } = await company();
    await db.groupMember.updateMany({ where: { workspaceId }, data: { isImported: true } });
    await db.group.updateMany({ where: { workspaceId }, data: { isImported: true } });

    expect(await wordsOf(ctx)).toEqual([inOrder[1], inOrder[2], inOrder[3]]);
    await confirmEverything(ctx);
    expect(await removeFromGroup(ctx, { id: group, people: [ada] })).toMatchObject({ ok: true });

    expect(await wordsOf(ctx)).toEqual(['Remove 1 person from the group Platform']);
    const { steps } = await worklist(ctx);
    const { key = '' } = steps[0] ?? {};
    expect(steps[0]).toMatchObject({
      persons: 1,
      first: ['Ada'],
      losses: { people: 1, permissions: ['codex.local'] },
    });
    expect(await readStepAddresses(ctx, { key })).toMatchObject({ text: 'ada@acme.example\n' });
    expect(await readStepPeopleFile(ctx, { key })).toMatchObject({
      text: 'email,name\r\nada@acme.example,Ada\r\n',
    });
    expect(await readStepPeopleFile(ctx, { key: 'another' })).toBeNull();
  });

  test('a group that an import brought and somebody removed by hand is to be deleted, with whom it meets', async () => {
    const { ctx, workspaceId, group } = await company();
    await db.groupMember.updateMany({ where: { workspaceId }, data: { isImported: true } });
    await db.group.updateMany({ where: { workspaceId }, data: { isImported: true } });
    await confirmEverything(ctx);

    expect(await removeGroup(ctx, { id: group, version: 1 })).toMatchObject({ ok: true });

    const { steps } = await worklist(ctx);
    expect(steps).toMatchObject([
      {
        words: 'Delete the group Platform',
        persons: 2,
        losses: { people: 2, permissions: ['codex.local'] },
        gap: null,
      },
    ]);
    await confirmEverything(ctx);
    expect(await db.confirmedMember.count({ where: { workspaceId } })).toBe(0);
    expect(await worklist(ctx)).toMatchObject({ open: 0 });
  });

  test('synced groups need no step but their roles, and deactivated people are nobody', async () => {
    const { ctx, workspaceId, ada } = await company();
    await db.group.updateMany({ where: { workspaceId }, data: { source: 'scim' } });
    expect(await wordsOf(ctx)).toEqual([inOrder[1], inOrder[2], inOrder[3]]);

    await db.group.updateMany({ where: { workspaceId }, data: { source: 'manual' } });
    await db.person.updateMany({ where: { workspaceId, id: ada }, data: { isActive: false } });
    expect((await wordsOf(ctx)).at(-1)).toBe('Add 1 person to the group Platform');
  });

  test('a role and a group that come back under other ids are the ones in the console', async () => {
    const { ctx, workspaceId, role, group } = await company();
    await confirmEverything(ctx);
    await db.customRole.updateMany({ where: { workspaceId, id: role }, data: { id: 'idp-role' } });
    await db.group.updateMany({ where: { workspaceId, id: group }, data: { id: 'idp-group' } });

    expect(await wordsOf(ctx)).toEqual([]);
    await db.customRole.updateMany({ where: { workspaceId }, data: { name: 'Pilots' } });
    expect((await wordsOf(ctx)).at(-1)).toBe('Delete the custom role Pilot');
  });
});
