import { describe, expect, test } from 'vitest';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { db } from '#lib/data/db';
import { readExpectations, readExpectationsFile } from '#lib/queries/expectations';
import { describeRollout } from '#lib/queries/rollout';
import { arrange, auditLog } from '#test/arrange';
import { addExpectation as addRow, addGroup, addPerson, addRole } from '#test/directory';
import { addExpectation } from './add-expectation';
import { changeExpectation } from './change-expectation';
import { importExpectations } from './import-expectations';
import { moveExpectation } from './move-expectation';
import { removeExpectation } from './remove-expectation';
import { setExpectations } from './set-expectations';

const atMost = { kind: 'atMost', permission: 'codex.administer', people: 12 } as const;
const plain = { atMost: { people: 12, may: 'codex.administer' } };
const stored = (workspaceId: string) => db.accessExpectations.findUnique({ where: { workspaceId } });

/** A workspace in which two contractors, one of them gone, may use Codex cloud. */
async function contractors() {
  const scene = await arrange();
  const { workspaceId } = scene.ctx;
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.cloud'] });
  const group = await addGroup(db, workspaceId, { name: 'Contractors', roleIds: [role] });
  const person = await addPerson(db, workspaceId, { name: 'Nadia Petrova', groupIds: [group] });
  await addPerson(db, workspaceId, { name: 'Ola Brandt', groupIds: [group], isActive: false });
  return { ...scene, workspaceId, group, person };
}

describe('setExpectations', () => {
  test('the list is stored in order with ids, and stands in the audit log', async () => {
    const { ctx, workspaceId, group } = await contractors();
    const expectations = [plain, { nobody: { group: 'contractors', may: 'codex.cloud' } }];

    const result = await setExpectations(ctx, { expectations, version: 0 });

    expect(result).toMatchObject({
      ok: true,
      value: { version: 1, expectations: [plain, { nobody: { group, may: 'codex.cloud' } }] },
    });
    const list = [{ kind: 'atMost' }, { kind: 'nobody', group, groupName: 'Contractors' }];
    expect(await stored(workspaceId)).toMatchObject({ list, version: 1, changedBy: ctx.actor.name });
    expect(await auditLog(workspaceId)).toMatchObject([
      { action: 'expectations.set', before: { version: 0, list: [] }, after: { version: 1, list } },
    ]);
  });

  test('the same again is no write, and a sentence keeps its id', async () => {
    const { ctx } = await arrange();
    const first = await setExpectations(ctx, { expectations: [plain], version: 0 });
    if (!first.ok) throw new Error(first.error.code);

    expect(await setExpectations(ctx, { expectations: [plain], version: 1 })).toEqual(first);
    const more = [{ everyone: { may: 'codex.local' } }, plain];
    const second = await setExpectations(ctx, { expectations: more, version: 1 });
    expect(second.ok && second.value.expectations[1]).toEqual(first.value.expectations[0]);
  });

  test.each([
    ['an unknown group', [{ nobody: { group: 'Nobody', may: 'codex.cloud' } }], 'expectations_refused'],
    ['an unknown permission', [{ nobody: { may: 'codex.everything' } }], 'expectations_refused'],
    ['the same twice', [plain, plain], 'expectations_refused'],
    ['two sentences in one', [{ ...plain, nobody: { may: 'codex.cloud' } }], 'invalid_input'],
    ['no number', [{ atMost: { may: 'codex.administer' } }], 'invalid_input'],
  ])('%s is refused and nothing is stored', async (_, expectations, code) => {
    const { ctx } = await arrange();

    const result = await setExpectations(ctx, { expectations, version: 0 });

    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toBeNull();
  });

  test('of two at once, one is told what the other wrote', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setExpectations(ctx, { expectations: [plain], version: 0 }),
      setExpectations(other, { expectations: [{ nobody: { may: 'codex.cloud' } }], version: 0 }),
    ]);

    const conflicts = results.filter((result) => !result.ok);
    expect(conflicts).toMatchObject([{ error: { code: 'conflict', current: { version: 1 } } }]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not write, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const id = await addRow(db, ctx.workspaceId, atMost);
      const other = await as(appRole);

      const results = [
        await setExpectations(other, { expectations: [], version: 1 }),
        await importExpectations(other, { text: '[]', version: 1 }),
        await addExpectation(other, atMost),
        await changeExpectation(other, { id, ...atMost, version: 1 }),
        await moveExpectation(other, { id, to: 'up', version: 1 }),
        await removeExpectation(other, { id, version: 1 }),
      ];

      for (const result of results) expect(result).toMatchObject({ error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toMatchObject({ version: 1 });
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );
});

describe('one expectation', () => {
  test('is added, changed, moved and removed, each with its entry', async () => {
    const { ctx } = await arrange();
    await addExpectation(ctx, atMost);
    const added = await addExpectation(ctx, { kind: 'everyone', permission: 'codex.local' });
    const [first, second] = added.ok ? added.value.expectations.map(({ id = '' }) => id) : [];

    await changeExpectation(ctx, { id: first, ...atMost, people: 5, version: 2 });
    await moveExpectation(ctx, { id: second, to: 'up', version: 3 });
    const removed = await removeExpectation(ctx, { id: second, version: 4 });

    expect(removed).toMatchObject({
      ok: true,
      value: { version: 5, expectations: [{ id: first, atMost: { people: 5 } }] },
    });
    expect((await auditLog(ctx.workspaceId)).map(({ action }) => action)).toEqual([
      'expectation.added',
      'expectation.added',
      'expectation.changed',
      'expectations.ordered',
      'expectation.removed',
    ]);
  });

  test('that was removed is put back at its place under its id, so that what was accepted of it counts again', async () => {
    const { ctx } = await arrange();
    await addExpectation(ctx, atMost);
    await addExpectation(ctx, { kind: 'everyone', permission: 'codex.local' });
    const before = await readExpectations(ctx, {});
    const [id = ''] = before?.expectations.map((one) => one.id) ?? [];
    await removeExpectation(ctx, { id, version: 2 });

    const back = await addExpectation(ctx, { ...atMost, id, place: 0 });

    expect(back).toMatchObject({ ok: true, value: { expectations: before?.expectations, version: 4 } });
    expect(await addExpectation(ctx, { kind: 'everyone', permission: 'codex.cloud', id })).toMatchObject({
      ok: false,
      error: { code: 'expectations_refused' },
    });
  });

  test('lacks neither its group nor its number, and stands once', async () => {
    const { ctx } = await arrange();
    await addExpectation(ctx, atMost);

    const only = await addExpectation(ctx, { kind: 'only', permission: 'codex.cloud' });
    expect(only).toMatchObject({ error: { code: 'invalid_input', fields: { group: [expect.any(String)] } } });
    const none = await addExpectation(ctx, { kind: 'atMost', permission: 'codex.cloud' });
    expect(none).toMatchObject({ error: { fields: { people: [expect.any(String)] } } });
    expect(await addExpectation(ctx, atMost)).toMatchObject({ error: { code: 'expectations_refused' } });
  });

  test('is not found once it is gone, and a version that has moved on is a conflict', async () => {
    const { ctx } = await arrange();
    const id = await addRow(db, ctx.workspaceId, atMost);

    expect(await removeExpectation(ctx, { id, version: 0 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await changeExpectation(ctx, { id, ...atMost, version: 0 })).toMatchObject({
      error: { code: 'conflict', current: { version: 1 } },
    });
    expect(await moveExpectation(ctx, { id: 'gone', to: 'up', version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await moveExpectation(ctx, { id, to: 'up', version: 1 })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
  });
});

describe('importExpectations', () => {
  test('what the file gives is taken back, and changes nothing', async () => {
    const { ctx, workspaceId } = await contractors();
    await setExpectations(ctx, {
      expectations: [plain, { only: { group: 'Contractors', may: 'codex.cloud' } }],
      version: 0,
    });
    const file = await readExpectationsFile(ctx);

    expect(await importExpectations(ctx, { text: file?.text })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await auditLog(workspaceId)).toHaveLength(1);
  });

  test('bad YAML is refused with the lines, a file of no version and one of an old version too', async () => {
    const { ctx } = await arrange();
    await addRow(db, ctx.workspaceId, atMost);

    const bad = await importExpectations(ctx, { text: 'version: 1\nexpectations:\n  - nobody: {may: x}\n' });
    expect(bad).toMatchObject({
      error: { code: 'invalid_yaml', lines: [{ line: 3, message: 'There is no permission x.' }] },
    });
    expect(await importExpectations(ctx, { text: '[]' })).toMatchObject({
      error: { code: 'invalid_input', fields: { version: [expect.any(String)] } },
    });
    const old = 'version: 0\nexpectations: []\n';
    expect(await importExpectations(ctx, { text: old })).toMatchObject({ error: { code: 'conflict' } });
    expect(await importExpectations(ctx, { text: old, version: 1 })).toMatchObject({
      error: { code: 'file_outdated', fields: { text: [expect.any(String)] } },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject({ version: 1 });
  });
});

describe('readExpectations', () => {
  test('names exactly who breaks what, and follows every change', async () => {
    const { ctx, workspaceId, group, person } = await contractors();
    await setExpectations(ctx, { expectations: [{ nobody: { group, may: 'codex.cloud' } }], version: 0 });

    expect(await readExpectations(ctx)).toMatchObject({
      results: [
        {
          sentence: 'No one in Contractors may use Codex cloud',
          holds: false,
          count: 1,
          people: [{ id: person, name: 'Nadia Petrova' }],
        },
      ],
    });
    await db.person.updateMany({ where: { workspaceId, id: person }, data: { isActive: false } });
    expect(await readExpectations(ctx)).toMatchObject({ results: [{ holds: true, count: 0, people: [] }] });
    await db.group.deleteMany({ where: { workspaceId, id: group } });
    expect(await readExpectations(ctx)).toMatchObject({
      results: [{ sentence: 'No one in Contractors may use Codex cloud', holds: false, problem: 'group' }],
    });
  });

  test('a failing one is accepted until a day, and Step 2’s task is done meanwhile', async () => {
    const { ctx, as, group } = await contractors();
    await setExpectations(ctx, {
      expectations: [{ id: 'c1', nobody: { group, may: 'codex.cloud' } }],
      version: 0,
    });
    const governance = await as('governance_owner');
    const word = { subject: 'finding:expectation:c1', reason: 'Until the move.', version: 0 };
    const task = async () => {
      const rollout = await describeRollout(ctx);
      return rollout?.steps.flatMap(({ tasks }) => tasks).find(({ id }) => id === 'roles.expectations')
        ?.state;
    };

    expect(await task()).toBe('in_progress');
    expect(await acceptRisk(governance, word)).toMatchObject({ error: { code: 'end_needed' } });
    expect(await acceptRisk(governance, { ...word, endsOn: '2099-12-31' })).toMatchObject({ ok: true });
    expect(await task()).toBe('done');
    expect(await readExpectations(ctx)).toMatchObject({ results: [{ holds: false, accepted: true }] });
    const last = (await auditLog(ctx.workspaceId)).at(-1);
    expect(last).toMatchObject({
      after: { label: 'the finding “No one in Contractors may use Codex cloud”' },
    });
  });
});
