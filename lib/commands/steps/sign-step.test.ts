import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { db } from '#lib/data/db';
import { describeRollout } from '#lib/queries/rollout';
import { arrange, auditLog, type Scene } from '#test/arrange';
import { signStep } from './sign-step';
import { withdrawSignOff } from './withdraw-sign-off';

const step = 'toggles';
const stored = (workspaceId: string) =>
  db.stepSignOff.findMany({ where: { workspaceId }, orderBy: { version: 'asc' } });
const events = async (workspaceId: string) =>
  (await auditLog(workspaceId)).filter(({ subject }) => subject.startsWith('step:'));

/** A workspace whose Step 1 is done: local only, with every toggle that applies wanted on and seen on. */
async function arrangeDone(): Promise<Scene> {
  const scene = await arrange();
  await setDecision(scene.ctx, { surfaces: 'local', version: 0 });
  for (const key of ['codex.local', 'codex.device_code', 'codex.administer']) {
    await setSetting(scene.ctx, { key, wanted: true, version: 0 });
    await confirmSetting(scene.ctx, { key, state: 'on' });
  }
  return scene;
}

const signOffOf = async (ctx: Scene['ctx']) =>
  (await describeRollout(ctx))?.steps.find(({ slug }) => slug === step)?.signOff;

describe('signStep', () => {
  test('the signature is stored with the hash of what was signed, and stands in the audit log', async () => {
    const { ctx } = await arrangeDone();

    const result = await signStep(ctx, { step, note: 'Looked at together', version: 0 });

    const signed = {
      by: ctx.actor.name,
      note: 'Looked at together',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    };
    expect(result).toMatchObject({ ok: true, value: { step: 1, state: 'signed', version: 1, ...signed } });
    const [row] = await stored(ctx.workspaceId);
    expect(row).toMatchObject({ step: 1, kind: 'signed', version: 1, at: ctx.now, ...signed });
    expect(await events(ctx.workspaceId)).toMatchObject([
      {
        action: 'step.signed',
        subject: 'step:1',
        before: { state: 'unsigned', version: 0 },
        after: { state: 'signed', ...signed, content: row?.content },
      },
    ]);
    expect(await signOffOf(ctx)).toMatchObject({ state: 'signed', ...signed });
  });

  test('the signature is void when something changes, says why, and can be given again', async () => {
    const { ctx } = await arrangeDone();
    await signStep(ctx, { step, version: 0 });
    await setSetting(ctx, { key: 'codex.local', wanted: false, version: 1 });

    expect(await signOffOf(ctx)).toMatchObject({
      state: 'void',
      reasons: ['“Allow members to use Codex Local” is stale now.'],
    });
    await confirmSetting(ctx, { key: 'codex.local', state: 'off' });
    expect(await signStep(ctx, { step, version: 1 })).toMatchObject({
      ok: true,
      value: { state: 'signed', version: 2 },
    });
  });

  test('a step with an open task is not signed, and the task is named', async () => {
    const { ctx } = await arrangeDone();
    await setSetting(ctx, { key: 'codex.local', wanted: false, version: 1 });

    expect(await signStep(ctx, { step, version: 0 })).toMatchObject({
      error: { code: 'tasks_open', tasks: [{ id: 'toggle.codex.local', state: 'stale' }] },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a step of which nothing applies is not signed', async () => {
    const { ctx } = await arrangeDone();

    expect(await signStep(ctx, { step: 'cloud', version: 0 })).toMatchObject({
      error: { code: 'nothing_applies' },
    });
  });

  test('another duty’s step is not signed', async () => {
    const { ctx, as } = await arrangeDone();

    expect(await signStep(await as('governance_owner'), { step, version: 0 })).toMatchObject({
      error: { code: 'not_your_duty', duty: 'workspace' },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each(['contributor', 'auditor'] as const)('the app role %s may not sign', async (appRole) => {
    const { ctx, as } = await arrangeDone();

    expect(await signStep(await as(appRole), { step, version: 0 })).toMatchObject({
      error: { code: 'forbidden', capability: 'step.sign' },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a step the guide does not have is refused', async () => {
    const { ctx } = await arrange();

    const result = await signStep(ctx, { step: 'everything', version: 0 });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['step']);
  });

  test('of two who sign at once, one meets a conflict', async () => {
    const { ctx, as } = await arrangeDone();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      signStep(ctx, { step, version: 0 }),
      signStep(other, { step, version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'signed' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'signed']);
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('withdrawSignOff', () => {
  test('the step is unsigned again, and what was signed stays in the record', async () => {
    const { ctx } = await arrangeDone();
    await signStep(ctx, { step, version: 0 });

    const result = await withdrawSignOff(ctx, { step, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { state: 'unsigned', version: 2 } });
    const [before, after] = await stored(ctx.workspaceId);
    expect(after).toMatchObject({ kind: 'withdrawn', version: 2, content: before?.content });
    expect((await events(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'step.signature_withdrawn',
      before: { state: 'signed' },
      after: { state: 'unsigned', version: 2 },
    });
    expect(await signOffOf(ctx)).toMatchObject({ state: 'unsigned', version: 2 });
  });

  test('where nobody signed there is nothing to take back, and an older version is a conflict', async () => {
    const { ctx } = await arrangeDone();

    expect(await withdrawSignOff(ctx, { step, version: 0 })).toMatchObject({ error: { code: 'not_signed' } });
    await signStep(ctx, { step, version: 0 });
    expect(await withdrawSignOff(ctx, { step, version: 0 })).toMatchObject({
      error: { code: 'conflict', current: { state: 'signed', version: 1 } },
    });
  });

  test.each([
    ['governance_owner', 'not_your_duty'],
    ['auditor', 'forbidden'],
  ] as const)('the app role %s may not', async (appRole, code) => {
    const { ctx, as } = await arrangeDone();
    await signStep(ctx, { step, version: 0 });

    expect(await withdrawSignOff(await as(appRole), { step, version: 1 })).toMatchObject({ error: { code } });
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });
});
