import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { db } from '#lib/data/db';
import { readLoginRestriction } from '#lib/queries/login-restriction';
import { arrange, auditLog } from '#test/arrange';
import { setLoginRestriction } from './set-login-restriction';

const workspace = '123e4567-e89b-42d3-a456-426614174000';
const chatgpt = { method: 'chatgpt', workspaces: [workspace], version: 0 };
const stored = (workspaceId: string) => db.loginRestriction.findUnique({ where: { workspaceId } });

describe('setLoginRestriction', () => {
  test('the decision is stored and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setLoginRestriction(ctx, chatgpt);

    const view = { ...chatgpt, version: 1 };
    expect(result).toEqual({ ok: true, value: view });
    expect(await stored(ctx.workspaceId)).toEqual({
      workspaceId: ctx.workspaceId,
      restriction: { method: 'chatgpt', workspaces: [workspace] },
      version: 1,
      changedAt: ctx.now,
      changedBy: ctx.actor.name,
    });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'login_restriction.decided',
        subject: 'login_restriction:local',
        before: { method: null, workspaces: [], version: 0 },
        after: view,
      },
    ]);
  });

  test('no restriction is a decision too, and saying it again records nothing', async () => {
    const { ctx } = await arrange();
    const none = { method: 'any', workspaces: [] };
    await setLoginRestriction(ctx, { ...none, version: 0 });

    const again = await setLoginRestriction(ctx, { ...none, version: 1 });

    expect(again).toEqual({ ok: true, value: { ...none, version: 1 } });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('the IT management owner may decide', async () => {
    const { as } = await arrange();
    expect((await setLoginRestriction(await as('it_owner'), chatgpt)).ok).toBe(true);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not decide, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setLoginRestriction(await as(appRole), chatgpt);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toBeNull();
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['an unknown method', { ...chatgpt, method: 'sso' }, 'method'],
    ['a workspace that is no UUID', { ...chatgpt, workspaces: ['acme'] }, 'workspaces'],
    ['a field too many', { ...chatgpt, sso: true }, 'sso'],
    ['no version', { method: 'any', workspaces: [] }, 'version'],
  ])('%s is refused at its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await setLoginRestriction(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toBeNull();
  });

  test('workspaces beside API keys only are refused', async () => {
    const { ctx } = await arrange();

    const result = await setLoginRestriction(ctx, { ...chatgpt, method: 'api' });

    expect(result).toMatchObject({ ok: false, error: { code: 'workspaces_without_chatgpt' } });
    expect(await stored(ctx.workspaceId)).toBeNull();
  });

  test('a version that has moved on is a conflict that carries the decision as it is', async () => {
    const { ctx } = await arrange();
    await setLoginRestriction(ctx, chatgpt);

    const result = await setLoginRestriction(ctx, { method: 'api', workspaces: [], version: 0 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { ...chatgpt, version: 1 } },
    });
  });

  test('of two who decide at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      setLoginRestriction(ctx, chatgpt),
      setLoginRestriction(other, { method: 'api', workspaces: [], version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('readLoginRestriction', () => {
  test('says who decided, and what contradicts the rollout decision', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });
    await setLoginRestriction(ctx, { method: 'api', workspaces: [], version: 0 });

    expect(await readLoginRestriction(ctx)).toMatchObject({
      method: 'api',
      changedBy: ctx.actor.name,
      findings: [{ code: 'api_only_with_cloud', severity: 'contradiction' }],
    });
  });
});
