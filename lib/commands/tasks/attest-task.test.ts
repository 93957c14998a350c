import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { db } from '#lib/data/db';
import { describeRollout } from '#lib/queries/rollout';
import { arrange, auditLog, type Scene } from '#test/arrange';
import { attestTask } from './attest-task';
import { withdrawAttestation } from './withdraw-attestation';

const id = 'configuration.deployment';
const said = { note: 'Seen on 3 machines', link: 'https://acme.example/ticket/7' };
const stored = (workspaceId: string) =>
  db.attestation.findMany({ where: { workspaceId }, orderBy: { version: 'asc' } });

async function taskOf(ctx: Scene['ctx']) {
  const rollout = await describeRollout(ctx);
  return rollout?.steps.flatMap(({ tasks }) => tasks).find((task) => task.id === id);
}

describe('attestTask', () => {
  test('the word is stored with who, when and what it rests on, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await attestTask(ctx, { id, ...said, version: 0 });

    const word = { ...said, by: ctx.actor.name, restsOn: { configuration: expect.any(String) }, version: 1 };
    expect(result).toMatchObject({ ok: true, value: { taskId: id, attested: true, ...word } });
    expect(await stored(ctx.workspaceId)).toMatchObject([
      { taskId: id, kind: 'given', at: ctx.now, ...word },
    ]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'task.attested',
        subject: `task:${id}`,
        before: { attested: false, version: 0 },
        after: { attested: true, ...word },
      },
    ]);
    expect(await taskOf(ctx)).toMatchObject({ state: 'done', version: 1, attestation: said });
  });

  test('the word turns stale when what it rests on changes, and is given anew', async () => {
    const { ctx } = await arrange();
    await attestTask(ctx, { id, version: 0 });
    await setConfiguration(ctx, { preset: 'strict', version: 0 });

    expect(await taskOf(ctx)).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('The configuration has changed since.'),
    });
    await attestTask(ctx, { id, version: 1 });
    expect(await taskOf(ctx)).toMatchObject({ state: 'done', version: 2 });
    expect(await stored(ctx.workspaceId)).toHaveLength(2);
  });

  test.each(['contributor', 'auditor'] as const)(
    'the app role %s may not, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await attestTask(await as(appRole), { id, version: 0 });

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'task.attest' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('a task that data decides takes no word', async () => {
    const { ctx } = await arrange();

    expect(await attestTask(ctx, { id: 'decision', version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'decided_by_data' },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each([
    ['a task the guide does not know', { id: 'everything' }, 'id'],
    ['a note with NUL', { note: 'a\0b' }, 'note'],
    ['a note of 10,000 characters', { note: 'x'.repeat(10_000) }, 'note'],
    ['a script for a link', { link: 'javascript:alert(1)' }, 'link'],
    ['a version of letters', { version: 'one' }, 'version'],
    ['a field too many', { by: 'somebody else' }, 'by'],
  ])('%s is refused beside its field', async (_, change, field) => {
    const { ctx } = await arrange();

    const result = await attestTask(ctx, { id, version: 0, ...change });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('of two who confirm at once, one meets a conflict that carries the other’s word', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      attestTask(ctx, { id, ...said, version: 0 }),
      attestTask(other, { id, ...said, version: 0 }),
    ]);

    const refused = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(refused).toMatchObject([{ code: 'conflict', current: { attested: true, ...said, version: 1 } }]);
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('withdrawAttestation', () => {
  test('the task is to do again, and the word before stays in the record', async () => {
    const { ctx } = await arrange();
    await attestTask(ctx, { id, ...said, version: 0 });

    const result = await withdrawAttestation(ctx, { id, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { attested: false, version: 2 } });
    expect((await stored(ctx.workspaceId)).map(({ kind, note }) => [kind, note])).toEqual([
      ['given', said.note],
      ['withdrawn', null],
    ]);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'task.attestation_withdrawn',
      before: { attested: true, note: said.note },
      after: { attested: false, version: 2 },
    });
    expect(await taskOf(ctx)).toMatchObject({ state: 'todo', version: 2, attestation: null });
  });

  test('where no word stands there is none to take back', async () => {
    const { ctx } = await arrange();

    expect(await withdrawAttestation(ctx, { id, version: 0 })).toMatchObject({
      error: { code: 'not_attested' },
    });
  });

  test('an older version is a conflict', async () => {
    const { ctx } = await arrange();
    await attestTask(ctx, { id, version: 0 });

    expect(await withdrawAttestation(ctx, { id, version: 0 })).toMatchObject({
      error: { code: 'conflict', current: { attested: true, version: 1 } },
    });
  });

  test.each(['contributor', 'auditor'] as const)('the app role %s may not', async (appRole) => {
    const { ctx, as } = await arrange();
    await attestTask(ctx, { id, version: 0 });

    const result = await withdrawAttestation(await as(appRole), { id, version: 1 });

    expect(result).toMatchObject({ error: { code: 'forbidden' } });
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });
});
