import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { setDecision } from './set-decision';

const stored = (workspaceId: string) => db.rolloutDecision.findUnique({ where: { workspaceId } });

describe('setDecision', () => {
  test('the decision is stored with who made it, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setDecision(ctx, { surfaces: 'both', version: 0 });

    expect(result).toEqual({ ok: true, value: { surfaces: 'both', version: 1 } });
    expect(await stored(ctx.workspaceId)).toEqual({
      workspaceId: ctx.workspaceId,
      surfaces: 'both',
      version: 1,
      decidedAt: ctx.now,
      decidedBy: ctx.actor.name,
    });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        sequence: 1,
        at: ctx.now,
        actorId: ctx.actor.id,
        actorName: ctx.actor.name,
        via: 'api',
        requestId: ctx.requestId,
        action: 'decision.made',
        subject: 'decision:rollout',
        before: { surfaces: null, version: 0 },
        after: { surfaces: 'both', version: 1 },
      },
    ]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not decide, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setDecision(await as(appRole), { surfaces: 'local', version: 0 });

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'decision.write' } });
      expect(await stored(ctx.workspaceId)).toBeNull();
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('a decision nobody knows is refused beside its field', async () => {
    const { ctx } = await arrange();

    const result = await setDecision(ctx, { surfaces: 'everything', version: 0 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', fields: { surfaces: ['Choose local, cloud or both.'] } },
    });
  });

  test('a version that has moved on is a conflict that carries the decision as it is', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'local', version: 0 });

    const result = await setDecision(ctx, { surfaces: 'cloud', version: 0 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { surfaces: 'local', version: 1 } },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject({ surfaces: 'local', version: 1 });
  });

  test('the same decision again counts no write and leaves no audit event', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'local', version: 0 });

    const result = await setDecision(ctx, { surfaces: 'local', version: 1 });

    expect(result).toEqual({ ok: true, value: { surfaces: 'local', version: 1 } });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who decide at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setDecision(ctx, { surfaces: 'local', version: 0 }),
      setDecision(other, { surfaces: 'cloud', version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('another workspace’s decision is not touched', async () => {
    const [mine, theirs] = [await arrange(), await arrange()];

    await setDecision(mine.ctx, { surfaces: 'both', version: 0 });

    expect(await stored(theirs.ctx.workspaceId)).toBeNull();
  });
});
