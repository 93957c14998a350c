import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import type { Context } from '#lib/domain/context';
import { arrange, auditLog } from '#test/arrange';
import { setIntegration } from './set-integration';

const leftOut = { key: 'slack', state: 'left_out', note: 'We do not use Slack', version: 0 };
const stored = (workspaceId: string) => db.integration.findMany({ where: { workspaceId } });

async function taskState(ctx: Context) {
  const { steps } = rolloutProgress(await loadFacts(ctx, db));
  return steps[4]?.tasks.find(({ task }) => task.id === 'cloud.integration.slack')?.state;
}

describe('setIntegration', () => {
  test('who said so, and when, is stored, stands in the audit log and does the task', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'cloud', version: 0 });
    expect(await taskState(ctx)).toBe('todo');

    const result = await setIntegration(ctx, leftOut);

    expect(result).toMatchObject({
      ok: true,
      value: { state: 'left_out', at: ctx.now, by: ctx.actor.name, version: 1 },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ key: 'slack', state: 'left_out', version: 1 }]);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'integration.set',
      subject: 'integration:slack',
      before: { state: 'not_set_up', version: 0 },
      after: { state: 'left_out', note: 'We do not use Slack', version: 1 },
    });
    expect(await taskState(ctx)).toBe('done');
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      expect(await setIntegration(await as(appRole), leftOut)).toMatchObject({
        error: { code: 'forbidden' },
      });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['an unknown integration', { ...leftOut, key: 'jira' }, 'invalid_input'],
    ['an unknown state', { ...leftOut, state: 'maybe' }, 'invalid_input'],
    ['a link that is none', { ...leftOut, link: 'javascript:alert(1)' }, 'invalid_input'],
    ['nobody who looks after it', { ...leftOut, state: 'set_up' }, 'owner_missing'],
    ['no reason', { ...leftOut, note: null }, 'reason_missing'],
    ['a version that has moved on', { ...leftOut, version: 3 }, 'conflict'],
  ])('%s is refused', async (_, input, code) => {
    const { ctx } = await arrange();

    expect(await setIntegration(ctx, input)).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('of two at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      setIntegration(ctx, leftOut),
      setIntegration(other, { ...leftOut, note: 'Later' }),
    ]);

    expect(results.map((one) => (one.ok ? 'stored' : one.error.code)).sort()).toEqual(['conflict', 'stored']);
  });
});
