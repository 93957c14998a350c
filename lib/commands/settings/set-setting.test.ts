import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { arrange, auditLog } from '#test/arrange';
import { confirmSetting } from './confirm-setting';
import { setSetting } from './set-setting';

const stored = (workspaceId: string) => db.workspaceSetting.findMany({ where: { workspaceId } });
const connector = { key: 'codex.github_connector', wanted: true, version: 0 };
const cloud = { key: 'codex.cloud', wanted: true, version: 0 };

async function wanted({ workspaceId }: Context): Promise<Set<string>> {
  return new Set((await stored(workspaceId)).filter((row) => row.wanted).map((row) => row.key));
}

describe('setSetting', () => {
  test('the wish is stored with who made it, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });

    const after = { key: 'codex.local', wanted: true, confirmed: null, version: 1, confirmation: null };
    expect(result).toEqual({ ok: true, value: after });
    expect(await stored(ctx.workspaceId)).toEqual([
      {
        workspaceId: ctx.workspaceId,
        key: 'codex.local',
        wanted: true,
        wantedAt: ctx.now,
        wantedBy: ctx.actor.name,
        version: 1,
      },
    ]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'setting.wanted',
        subject: 'setting:codex.local',
        before: { wanted: false, version: 0 },
        after,
      },
    ]);
  });

  test('turning a wish off is an event of its own', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });

    await setSetting(ctx, { key: 'codex.local', wanted: false, version: 1 });

    expect((await auditLog(ctx.workspaceId)).map((event) => event.action)).toEqual([
      'setting.wanted',
      'setting.unwanted',
    ]);
  });

  test('the first wish counts even when it says off', async () => {
    const { ctx } = await arrange();

    const result = await setSetting(ctx, { key: 'codex.local', wanted: false, version: 0 });

    expect(result).toMatchObject({ ok: true, value: { wanted: false, version: 1 } });
  });

  test('a confirmation does not count as a write of the wish', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });
    await confirmSetting(ctx, { key: 'codex.local', state: 'on' });

    const result = await setSetting(ctx, { key: 'codex.local', wanted: false, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { version: 2, confirmation: { restsOn: true } } });
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not want toggles, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setSetting(await as(appRole), connector);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'setting.write' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('a toggle the guide does not know is refused beside its field', async () => {
    const { ctx } = await arrange();

    const result = await setSetting(ctx, { key: 'codex.everything', wanted: true, version: 0 });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['key']);
  });

  test('a toggle whose prerequisite is not wanted is refused with what is missing', async () => {
    const { ctx } = await arrange();

    const result = await setSetting(ctx, cloud);

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'prerequisite_missing', missing: ['codex.github_connector'] },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a toggle that another wanted one needs stays on', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, connector);
    await setSetting(ctx, cloud);

    const result = await setSetting(ctx, { ...connector, wanted: false, version: 1 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'dependents_wanted', dependents: ['codex.cloud'] },
    });
    expect(await wanted(ctx)).toEqual(new Set(['codex.github_connector', 'codex.cloud']));
  });

  test('a version that has moved on is a conflict that carries the toggle as it is', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, connector);

    const result = await setSetting(ctx, { ...connector, wanted: false });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { key: connector.key, wanted: true, version: 1 } },
    });
  });

  test('the same wish again leaves no audit event', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, connector);

    expect(await setSetting(ctx, { ...connector, version: 1 })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who write one toggle at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setSetting(ctx, connector),
      setSetting(other, { ...connector, wanted: false }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('two owners cannot together reach a state neither may create alone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ctx, as } = await arrange();
      const other = await as('workspace_owner');
      await setSetting(ctx, connector);

      await Promise.all([
        setSetting(ctx, cloud),
        setSetting(other, { ...connector, wanted: false, version: 1 }),
      ]);

      const on = await wanted(ctx);
      expect(on.has('codex.cloud') && !on.has('codex.github_connector')).toBe(false);
    }
  });
});
