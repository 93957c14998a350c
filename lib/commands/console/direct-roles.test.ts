import { describe, expect, test } from 'vitest';
import { removeRole } from '#lib/commands/access/remove-role';
import { restoreRole } from '#lib/commands/access/restore-role';
import { setDirectRoles } from '#lib/commands/access/set-direct-roles';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readStepAddresses, readStepPeopleFile, readWorklistSum } from '#lib/queries/worklist';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults, setModel } from '#test/directory';
import { confirmEverything, confirmFirst, stepOf, wordsOf, worklist } from '#test/worklist';
import { confirmStep } from './confirm-step';
import { takeBackConfirmation } from './take-back-confirmation';

/** Two people who have a role directly, in the tri-state model. */
async function company() {
  const { ctx, as } = await arrange();
  const { workspaceId } = ctx;
  await setModel(db, workspaceId, 'tri-state');
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['gpts.share', 'codex.local'] });
  const ada = await addPerson(db, workspaceId, { name: 'Ada', email: 'ada@acme.example' });
  const bob = await addPerson(db, workspaceId, { name: 'Bob', email: 'bob@acme.example' });
  for (const id of [ada, bob]) await setDirectRoles(ctx, { id, roles: [role], version: 1 });
  return { ctx, as, workspaceId, role, ada, bob };
}

const inOrder = [
  'For everybody without a custom role, set GPTs: share to on',
  'Create the custom role Pilot',
  'Give the custom role Pilot directly to 2 people',
];

const taken = 'Take the custom role Pilot from 1 person who has it directly';

/** Ids of those who are confirmed to have a role directly, by the id of the role. */
async function confirmedOf({ workspaceId }: Pick<Context, 'workspaceId'>) {
  const rows = await db.confirmedDirectRole.findMany({ where: { workspaceId }, include: { person: true } });
  return rows.map(({ roleId, person }) => [roleId, person.id]).sort();
}

describe('confirmStep', () => {
  test('who was given a role directly is stored, and stands in the record by the customer’s ids', async () => {
    const { ctx, workspaceId, role, ada, bob } = await company();
    expect(await wordsOf(ctx)).toEqual(inOrder);
    const { steps } = await worklist(ctx);
    expect(steps[2]).toMatchObject({
      place: 'roles',
      persons: 2,
      first: ['Ada', 'Bob'],
      names: [{ text: 'Pilot' }],
      gains: { people: 2, permissions: ['codex.local'] },
      losses: null,
    });
    const { key = '' } = steps[2] ?? {};
    expect(await readStepAddresses(ctx, { key })).toMatchObject({
      text: 'ada@acme.example\nbob@acme.example\n',
    });
    expect(await readStepPeopleFile(ctx, { key })).toMatchObject({
      text: 'email,name\r\nada@acme.example,Ada\r\nbob@acme.example,Bob\r\n',
    });
    expect(await readWorklistSum(ctx)).toMatchObject({ open: 3 });

    for (const words of inOrder) {
      expect(await confirmFirst(ctx)).toMatchObject({ ok: true, value: { words } });
    }

    expect(await confirmedOf(ctx)).toEqual(
      [
        [role, ada],
        [role, bob],
      ].sort(),
    );
    expect(await worklist(ctx)).toMatchObject({ open: 0, done: 3 });
    expect((await auditLog(workspaceId)).at(-1)).toMatchObject({
      action: 'console.step_confirmed',
      before: { version: 2 },
      after: {
        version: 3,
        step: { kind: 'direct-role-given', role, people: expect.arrayContaining([ada, bob]) },
      },
    });
  });

  test('a step that says something else than was shown is a conflict, and nothing is stored', async () => {
    const { ctx, workspaceId, role } = await company();
    for (let step = 0; step < 2; step += 1) await confirmFirst(ctx);
    const shown = await stepOf(ctx, 'direct-role-given');
    const cleo = await addPerson(db, workspaceId, { name: 'Cleo' });
    await setDirectRoles(ctx, { id: cleo, roles: [role], version: 1 });
    const events = (await auditLog(workspaceId)).length;

    expect(await confirmStep(ctx, shown)).toMatchObject({
      error: { code: 'conflict', current: { words: 'Give the custom role Pilot directly to 3 people' } },
    });
    expect(await confirmedOf(ctx)).toEqual([]);
    expect(await auditLog(workspaceId)).toHaveLength(events);
  });

  test('a role that is still to be created cannot have been given', async () => {
    const { ctx } = await company();

    expect(await confirmStep(ctx, await stepOf(ctx, 'direct-role-given'))).toMatchObject({
      error: { code: 'step_not_ready' },
    });
  });

  test('of two who confirm the same step at once, one is told that it is done', async () => {
    const { ctx, as } = await company();
    for (let step = 0; step < 2; step += 1) await confirmFirst(ctx);
    const [other, shown] = [await as('it_owner'), await stepOf(ctx, 'direct-role-given')];

    const results = await Promise.all([confirmStep(ctx, shown), confirmStep(other, shown)]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['stored', 'unknown_step']);
    expect(await confirmedOf(ctx)).toHaveLength(2);
  });

  test('a role that somebody no longer has here is to be taken from them in the console, and from nobody else', async () => {
    const { ctx, role, ada, bob } = await company();
    await confirmEverything(ctx);
    await setDirectRoles(ctx, { id: ada, roles: [], version: 2 });

    expect((await worklist(ctx)).steps).toMatchObject([
      { words: taken, persons: 1, first: ['Ada'], losses: { people: 1, permissions: ['codex.local'] } },
    ]);
    expect(await confirmFirst(ctx)).toMatchObject({ ok: true, value: { words: taken, open: 0 } });
    expect(await confirmedOf(ctx)).toEqual([[role, bob]]);
  });
});

describe('takeBackConfirmation', () => {
  test('what was given is to be given again, and what was taken to be taken', async () => {
    const { ctx, role, ada } = await company();
    await confirmEverything(ctx);
    await setDirectRoles(ctx, { id: ada, roles: [], version: 2 });
    await confirmFirst(ctx);

    expect(await takeBackConfirmation(ctx, { version: 2 })).toMatchObject({ ok: true });
    expect(await wordsOf(ctx)).toEqual([taken]);
    expect(await takeBackConfirmation(ctx, { version: 3 })).toMatchObject({ ok: true });
    expect(await confirmedOf(ctx)).toEqual([]);
    await setDirectRoles(ctx, { id: ada, roles: [role], version: 3 });
    expect(await wordsOf(ctx)).toEqual(inOrder);
  });

  test('a confirmation of before there were such steps takes back what it was about', async () => {
    const { ctx, workspaceId } = await company();
    await confirmFirst(ctx);
    await db.$executeRaw`
      update "ConsoleConfirmation" set "undo" = "undo" - 'directRoles' - 'moved' where "workspaceId" = ${workspaceId}::uuid`;

    expect(await takeBackConfirmation(ctx, { version: 1 })).toMatchObject({ ok: true });
    expect(await wordsOf(ctx)).toEqual(inOrder);
  });

  test('where the id of a role has changed between two confirmations, both are taken back', async () => {
    const { ctx, workspaceId, role } = await company();
    await confirmEverything(ctx);
    await db.customRole.updateMany({ where: { workspaceId, id: role }, data: { id: 'idp-role' } });
    await addGroup(db, workspaceId, { name: 'Platform' });
    await confirmFirst(ctx);

    for (const version of [2, 3]) {
      expect(await takeBackConfirmation(ctx, { version })).toMatchObject({ ok: true });
    }
    expect(await confirmedOf(ctx)).toEqual([]);
    expect(await wordsOf(ctx)).toEqual(['Create the group Platform', ...inOrder]);
  });

  test('nobody of another workspace is met, whatever their role is called', async () => {
    const [one, other] = [await company(), await company()];
    await db.customRole.updateMany({ where: { id: other.role }, data: { id: one.role } });
    expect(await wordsOf(one.ctx)).toEqual(inOrder);
    await confirmEverything(one.ctx);
    expect(await wordsOf(other.ctx)).toEqual(inOrder);
    await confirmEverything(other.ctx);
    const before = await confirmedOf(other.ctx);

    expect(await takeBackConfirmation(one.ctx, { version: 1 })).toMatchObject({ ok: true });
    await confirmEverything(one.ctx);
    await removeRole(one.ctx, { id: one.role, version: 1 });
    await confirmEverything(one.ctx);

    expect(await confirmedOf(one.ctx)).toEqual([]);
    expect(before).toHaveLength(2);
    expect(await confirmedOf(other.ctx)).toEqual(before);
    expect(await wordsOf(other.ctx)).toEqual([]);
  });
});

describe('who has a role directly in the console', () => {
  test('a role that goes takes it from everybody, deactivated people too, until that is taken back', async () => {
    const { ctx, workspaceId, role, bob } = await company();
    await confirmEverything(ctx);
    await db.person.updateMany({ where: { workspaceId, id: bob }, data: { isActive: false } });
    await removeRole(ctx, { id: role, version: 1 });

    expect((await worklist(ctx)).steps).toMatchObject([
      { words: 'Delete the custom role Pilot', persons: 1, details: ['1 person has it directly.'] },
    ]);
    await confirmFirst(ctx);
    expect(await confirmedOf(ctx)).toEqual([]);
    await takeBackConfirmation(ctx, { version: 2 });
    expect(await confirmedOf(ctx)).toHaveLength(2);

    await confirmFirst(ctx);
    await restoreRole(ctx, { id: role });
    await db.person.updateMany({ where: { workspaceId }, data: { isActive: true } });
    expect(await wordsOf(ctx)).toEqual(inOrder.slice(1));
  });

  test('deactivated people are nobody', async () => {
    const { ctx, workspaceId, ada, bob } = await company();
    await db.person.updateMany({ where: { workspaceId, id: ada }, data: { isActive: false } });
    expect((await wordsOf(ctx)).at(-1)).toBe('Give the custom role Pilot directly to 1 person');
    await db.person.updateMany({ where: { workspaceId, id: bob }, data: { isActive: false } });
    expect(await wordsOf(ctx)).toEqual(inOrder.slice(0, 2));
  });

  test('in the guide’s own model nothing is to be done about it, and what was confirmed is kept', async () => {
    const { ctx, workspaceId, ada } = await company();
    await setModel(db, workspaceId, 'guide-2026-03');
    expect(await wordsOf(ctx)).toEqual(inOrder.slice(0, 2));

    await setModel(db, workspaceId, 'tri-state');
    await confirmEverything(ctx);
    await setDirectRoles(ctx, { id: ada, roles: [], version: 2 });
    await setModel(db, workspaceId, 'guide-2026-03');
    expect(await wordsOf(ctx)).toEqual([]);
    await setModel(db, workspaceId, 'tri-state');
    expect(await wordsOf(ctx)).toEqual([taken]);
  });

  test('a role that comes back under another id is the one that people have', async () => {
    const { ctx, workspaceId, role, ada, bob } = await company();
    await confirmEverything(ctx);
    await db.customRole.updateMany({ where: { workspaceId, id: role }, data: { id: 'idp-role' } });
    expect(await wordsOf(ctx)).toEqual([]);

    await addGroup(db, workspaceId, { name: 'Platform' });
    expect(await confirmFirst(ctx)).toMatchObject({ ok: true });
    expect(await confirmedOf(ctx)).toEqual(
      [
        ['idp-role', ada],
        ['idp-role', bob],
      ].sort(),
    );
    expect(await wordsOf(ctx)).toEqual([]);
  });
});
