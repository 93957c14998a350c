import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { presets } from '#lib/domain/config/presets';
import { arrange, auditLog } from '#test/arrange';
import { setConfiguration } from './set-configuration';

const stored = (workspaceId: string) => db.configuration.findUnique({ where: { workspaceId } });

describe('setConfiguration', () => {
  test('a preset is stored as the decisions behind it, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setConfiguration(ctx, { preset: 'standard', version: 0 });

    const view = { preset: 'standard', ...presets.standard, byText: [], version: 1 };
    expect(result).toEqual({ ok: true, value: view });
    expect(await stored(ctx.workspaceId)).toEqual({
      workspaceId: ctx.workspaceId,
      preset: 'standard',
      decisions: presets.standard,
      byText: [],
      version: 1,
      changedAt: ctx.now,
      changedBy: ctx.actor.name,
    });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'configuration.preset_taken',
        subject: 'configuration:baseline',
        before: { preset: null, approval: null, version: 0 },
        after: view,
      },
    ]);
  });

  test('decisions made one by one have no preset', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { preset: 'standard', version: 0 });

    const result = await setConfiguration(ctx, { ...presets.standard, webSearch: [], version: 1 });

    expect(result).toMatchObject({ ok: true, value: { preset: null, webSearch: [], version: 2 } });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'configuration.decided' });
  });

  test('the order in which a set was sent does not matter', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { ...presets.flexible, version: 0 });

    const sandbox = [...presets.flexible.sandbox].reverse();
    const result = await setConfiguration(ctx, { ...presets.flexible, sandbox, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { version: 1, sandbox: presets.flexible.sandbox } });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('the IT management owner may decide', async () => {
    const { as } = await arrange();

    const result = await setConfiguration(await as('it_owner'), { preset: 'strict', version: 0 });

    expect(result.ok).toBe(true);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not decide, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setConfiguration(await as(appRole), { preset: 'strict', version: 0 });

      expect(result).toMatchObject({
        ok: false,
        error: { code: 'forbidden', capability: 'configuration.write' },
      });
      expect(await stored(ctx.workspaceId)).toBeNull();
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['an unknown preset', { preset: 'loose', version: 0 }],
    ['a preset and decisions at once', { preset: 'strict', ...presets.strict, version: 0 }],
    ['an approval list without on-request', { ...presets.strict, approval: [], version: 0 }],
    ['decisions without telemetry', { ...presets.strict, telemetry: undefined, version: 0 }],
    ['no version', { preset: 'strict' }],
  ])('%s is refused', async (_, input) => {
    const { ctx } = await arrange();

    const result = await setConfiguration(ctx, input);

    expect(!result.ok && result.error.code).toBe('invalid_input');
    expect(await stored(ctx.workspaceId)).toBeNull();
  });

  test('never is refused where full access is', async () => {
    const { ctx } = await arrange();

    const result = await setConfiguration(ctx, {
      ...presets.standard,
      approval: ['on-request', 'never'],
      version: 0,
    });

    expect(result).toMatchObject({ ok: false, error: { code: 'never_without_full_access' } });
  });

  test('two listed servers of one name are refused', async () => {
    const { ctx } = await arrange();
    const server = (url: string) => ({ name: 'docs', identity: { url } });
    const mcp = { mode: 'listed', servers: [server('https://a.example/'), server('https://b.example/')] };

    const result = await setConfiguration(ctx, { ...presets.standard, mcp, version: 0 });

    expect(result).toMatchObject({ ok: false, error: { code: 'mcp_name_twice', name: 'docs' } });
  });

  test('a version that has moved on is a conflict that carries the decisions as they are', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { preset: 'strict', version: 0 });

    const result = await setConfiguration(ctx, { preset: 'flexible', version: 0 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { preset: 'strict', ...presets.strict, version: 1 } },
    });
  });

  test('of two who decide at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      setConfiguration(ctx, { preset: 'strict', version: 0 }),
      setConfiguration(other, { preset: 'flexible', version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});
