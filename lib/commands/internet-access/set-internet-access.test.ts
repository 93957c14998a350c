import { describe, expect, test } from 'vitest';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { setOwner } from '#lib/commands/owners/set-owner';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readRollout } from '#lib/queries/rollout';
import { readInternetAccess } from '#lib/queries/internet-access';
import { arrange, auditLog } from '#test/arrange';
import { setInternetAccess } from './set-internet-access';

const policy = { preset: 'common-dependencies', domains: ['PyPI.org'], methods: 'read', version: 0 };
const stored = (workspaceId: string) => db.internetAccess.findUnique({ where: { workspaceId } });

async function toggleOf(ctx: Context) {
  const rollout = await readRollout(ctx);
  const tasks = rollout?.progress.steps.flatMap((step) => step.tasks) ?? [];
  return tasks.find(({ task }) => task.id === 'toggle.codex.internet_access');
}

async function wantAndConfirm(ctx: Context, ...keys: string[]) {
  for (const key of keys) {
    await setSetting(ctx, { key, wanted: true, version: 0 });
    await confirmSetting({ ...ctx, now: new Date(ctx.now.getTime() - 3_600_000) }, { key, state: 'on' });
  }
}

describe('setInternetAccess', () => {
  test('the policy is stored with its domains normalised, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setInternetAccess(ctx, policy);

    const written = { preset: 'common-dependencies', domains: ['pypi.org'], methods: 'read' };
    expect(result).toEqual({ ok: true, value: { policy: written, version: 1 } });
    expect(await stored(ctx.workspaceId)).toMatchObject({ policy: written, changedBy: ctx.actor.name });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'internet_access.decided', before: { policy: null }, after: { policy: written, version: 1 } },
    ]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not write it, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setInternetAccess(await as(appRole), policy);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'setting.write' } });
      expect(await stored(ctx.workspaceId)).toBeNull();
    },
  );

  test('a wrong domain is told beside its field', async () => {
    const { ctx } = await arrange();

    const result = await setInternetAccess(ctx, { ...policy, domains: ['*.npmjs.org'] });

    expect(result).toMatchObject({
      ok: false,
      error: { fields: { domains: ['“*.npmjs.org” has a wildcard. Write each host name whole.'] } },
    });
  });

  test('further domains beside the unrestricted preset are refused', async () => {
    const { ctx } = await arrange();

    const result = await setInternetAccess(ctx, { ...policy, preset: 'unrestricted' });

    expect(result).toMatchObject({ ok: false, error: { code: 'domains_without_list' } });
  });

  test('the same policy again is no write, and an old version is a conflict', async () => {
    const { ctx } = await arrange();
    await setInternetAccess(ctx, policy);

    expect(await setInternetAccess(ctx, { ...policy, version: 1 })).toMatchObject({ value: { version: 1 } });
    expect(await setInternetAccess(ctx, { ...policy, methods: 'all' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 1 } },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who write at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([
      setInternetAccess(ctx, policy),
      setInternetAccess(other, { ...policy, methods: 'all' }),
    ]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
  });

  test('the toggle is blocked by the governance owner until the risk is accepted for the policy as it is', async () => {
    const { ctx, as } = await arrange();
    const governance = await as('governance_owner');
    await setOwner(ctx, { duty: 'governance', name: 'Priya Nair', email: null, version: 0 });
    await wantAndConfirm(ctx, 'codex.github_connector', 'codex.cloud');
    await setSetting(ctx, { key: 'codex.internet_access', wanted: true, version: 0 });
    await confirmSetting(ctx, { key: 'codex.internet_access', state: 'on' });
    const subject = 'internet_access.risk';

    expect(await toggleOf(ctx)).toMatchObject({
      state: 'blocked',
      reason: 'First write down what agents may reach; then the governance owner accepts the risk.',
      blockedBy: { row: '1.8', owner: { duty: 'governance', name: 'Priya Nair' } },
    });
    await setInternetAccess(ctx, policy);
    expect(await toggleOf(ctx)).toMatchObject({
      state: 'blocked',
      reason: 'The risk is not accepted. Nobody has accepted it yet.',
    });
    await acceptRisk(governance, { subject, reason: 'Package managers alone.', version: 0 });
    expect(await toggleOf(ctx)).toMatchObject({ state: 'done', blockedBy: null });

    await setInternetAccess(ctx, { ...policy, methods: 'all', version: 1 });

    const after = await toggleOf(ctx);
    expect(after).toMatchObject({ state: 'blocked' });
    expect(after?.reason).toContain('The policy for agent internet access has changed since.');
    expect(after?.toggle?.setting.confirmation?.state).toBe('on');
    expect(await readInternetAccess(ctx)).toMatchObject({ version: 2, acceptance: { state: 'stale' } });
  });

  test('wanted off it needs neither policy nor acceptance', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, { key: 'codex.internet_access', wanted: false, version: 0 });
    await confirmSetting(ctx, { key: 'codex.internet_access', state: 'off' });

    expect(await toggleOf(ctx)).toMatchObject({ state: 'done' });
  });
});
