import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultEgressUrl, egressUrls } from '#lib/catalog/egress-sources';
import { db } from '#lib/data/db';
import { readEgressFetch } from '#lib/queries/egress';
import { arrange, auditLog } from '#test/arrange';
import { noteFetchFailure } from './note-fetch-failure';
import { requestEgressRead } from './request-egress-read';
import { setEgressFetch } from './set-egress-fetch';

const stored = (workspaceId: string) => db.egressFetch.findMany({ where: { workspaceId } });
const on = { isOn: true, url: defaultEgressUrl, version: 0 };

const jobs = z.array(z.object({ payload: z.object({ workspaceId: z.string() }) }));
const readsOf = async (workspaceId: string) =>
  jobs.parse(
    await db.$queryRaw`select "payload" from graphile_worker._private_jobs where "payload" ->> 'workspaceId' = ${workspaceId}`,
  );

describe('setEgressFetch', () => {
  test('is off until somebody turns it on', async () => {
    const { ctx } = await arrange();

    expect(await readEgressFetch(ctx)).toMatchObject({ isOn: false, url: defaultEgressUrl, version: 0 });
  });

  test('the switch is stored with who moved it, and each way is an event of its own', async () => {
    const { ctx } = await arrange();

    await setEgressFetch(ctx, on);
    const result = await setEgressFetch(ctx, { ...on, isOn: false, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { isOn: false, version: 2, changedBy: ctx.actor.name } });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ isOn: false, version: 2 }]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'egress.fetch_turned_on', before: { isOn: false }, after: { isOn: true, version: 1 } },
      { action: 'egress.fetch_turned_off' },
    ]);
  });

  test('only the vendor’s own files can be chosen', async () => {
    const { ctx } = await arrange();
    const other = egressUrls[1];

    expect(await setEgressFetch(ctx, { ...on, url: other })).toMatchObject({ ok: true });
    for (const url of [
      'https://evil.example/x.json',
      'http://openai.com/chatgpt-agents.json',
      'file:///etc',
    ]) {
      const result = await setEgressFetch(ctx, { ...on, url, version: 1 });
      expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['url']);
    }
    expect(await stored(ctx.workspaceId)).toMatchObject([{ url: other, version: 1 }]);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not move it, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      expect(await setEgressFetch(await as(appRole), on)).toMatchObject({
        ok: false,
        error: { code: 'forbidden', capability: 'egress.write' },
      });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test('a version that has moved on is a conflict; the same switch again leaves no event', async () => {
    const { ctx } = await arrange();
    await setEgressFetch(ctx, on);

    expect(await setEgressFetch(ctx, { ...on, isOn: false })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { isOn: true, version: 1 } },
    });
    expect(await setEgressFetch(ctx, { ...on, version: 1 })).toMatchObject({ ok: true });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who move it at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();

    const results = await Promise.all([setEgressFetch(ctx, on), setEgressFetch(await as('it_owner'), on)]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
  });
});

describe('requestEgressRead', () => {
  test('leaves a job, and nothing while the switch is off', async () => {
    const { ctx } = await arrange();
    expect(await requestEgressRead(ctx, {})).toMatchObject({
      ok: false,
      error: { code: 'egress_fetch_off' },
    });
    expect(await readsOf(ctx.workspaceId)).toEqual([]);
    await setEgressFetch(ctx, on);

    expect(await requestEgressRead(ctx, {})).toMatchObject({ ok: true });

    expect(await readsOf(ctx.workspaceId)).toHaveLength(1);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'egress.read_requested' });
  });

  test('an auditor may not ask for it', async () => {
    const { ctx, as } = await arrange();
    await setEgressFetch(ctx, on);

    expect(await requestEgressRead(await as('auditor'), {})).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(await readsOf(ctx.workspaceId)).toEqual([]);
  });
});

describe('noteFetchFailure', () => {
  test('keeps the reason beside the switch and in the audit log', async () => {
    const { ctx } = await arrange();
    await setEgressFetch(ctx, on);

    await noteFetchFailure(ctx, { failure: 'openai.com did not answer.' });

    expect(await readEgressFetch(ctx)).toMatchObject({
      isOn: true,
      version: 1,
      triedAt: ctx.now,
      failure: 'openai.com did not answer.',
    });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'egress.fetch_failed' });
  });

  test('an auditor may note none', async () => {
    const { as } = await arrange();

    expect(await noteFetchFailure(await as('auditor'), { failure: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});
