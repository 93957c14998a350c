import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import { arrange, auditLog } from '#test/arrange';
import { setLabels } from './set-labels';

const autumn = { era: '2026-09', version: 0 };

describe('setLabels', () => {
  test('the choice is stored and stands in the audit log', async () => {
    const { ctx } = await arrange();

    expect(await setLabels(ctx, autumn)).toEqual({ ok: true, value: { era: '2026-09', version: 1 } });

    expect((await loadFacts(ctx, db)).labels).toEqual({ era: '2026-09', version: 1 });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'labels.chosen', before: { era: '2026-03' }, after: { era: '2026-09' } },
    ]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not choose, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setLabels(await as(appRole), autumn);

      expect(result).toMatchObject({ error: { code: 'forbidden', capability: 'workspace.write' } });
      expect((await loadFacts(ctx, db)).labels.version).toBe(0);
    },
  );

  test('an era nobody knows is refused beside its field', async () => {
    const { ctx } = await arrange();

    expect(await setLabels(ctx, { era: '2027-01', version: 0 })).toMatchObject({
      error: { fields: { era: ['Choose whose labels stand first.'] } },
    });
  });

  test('of two who choose at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([setLabels(ctx, autumn), setLabels(other, autumn)]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
  });
});
