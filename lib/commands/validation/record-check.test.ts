import { describe, expect, test } from 'vitest';
import { setSetting } from '#lib/commands/settings/set-setting';
import { db } from '#lib/data/db';
import { readChecks } from '#lib/queries/checks';
import { describeRollout } from '#lib/queries/rollout';
import { arrange, auditLog } from '#test/arrange';
import { recordCheck } from './record-check';

const answer = {
  id: 'validate.mfa_sso',
  item: 'once',
  outcome: 'as_expected',
  observed: 'SSO, then a passkey.',
  version: 0,
};
const stored = (workspaceId: string) => db.checkResult.findMany({ where: { workspaceId } });

describe('recordCheck', () => {
  test('stores what was seen and audits it', async () => {
    const { ctx } = await arrange();

    const result = await recordCheck(ctx, answer);

    expect(result).toMatchObject({ ok: true, value: { state: 'done', by: ctx.actor.name, version: 1 } });
    expect(await stored(ctx.workspaceId)).toMatchObject([
      { taskId: 'validate.mfa_sso', item: 'once', outcome: 'as_expected', version: 1 },
    ]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'check.recorded',
        subject: 'task:validate.mfa_sso',
        after: { observed: 'SSO, then a passkey.' },
      },
    ]);
    expect((await readChecks(ctx))?.checks.find(({ id }) => id === answer.id)?.items).toMatchObject([
      { state: 'done', outcome: 'as_expected' },
    ]);
  });

  test.each(['contributor', 'auditor'] as const)('%s may not, and nothing is stored', async (appRole) => {
    const { ctx, as } = await arrange();

    expect(await recordCheck(await as(appRole), answer)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each([
    ['answer_incomplete', { ...answer, outcome: null }],
    ['answer_incomplete', { ...answer, observed: null }],
    ['not_found', { ...answer, item: 'beos' }],
    ['conflict', { ...answer, version: 3 }],
    ['invalid_input', { ...answer, id: 'owners' }],
    ['invalid_input', { ...answer, link: 'javascript:alert(1)' }],
  ])('%s, and nothing is stored', async (code, input) => {
    const { ctx } = await arrange();

    expect(await recordCheck(ctx, input)).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('of two at once, one is told that somebody was faster', async () => {
    const { ctx, as } = await arrange();
    const results = await Promise.all([recordCheck(ctx, answer), recordCheck(await as('it_owner'), answer)]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', current: { version: 1 } },
    });
  });

  test('a changed toggle turns the check that looked at it stale', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, { key: 'codex.administer', wanted: true, version: 0 });
    await recordCheck(ctx, { ...answer, id: 'validate.governance_data' });
    await setSetting(ctx, { key: 'codex.administer', wanted: false, version: 1 });

    const rollout = await describeRollout(ctx);
    const task = rollout?.steps
      .flatMap((step) => step.tasks)
      .find(({ id }) => id === 'validate.governance_data');

    expect(task).toMatchObject({ state: 'stale', reason: expect.stringContaining('now wanted off') });
  });
});
