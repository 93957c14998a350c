import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { checkConfiguration } from '#lib/queries/config-check';
import { readClients } from '#lib/queries/clients';
import { arrange, auditLog } from '#test/arrange';
import { addClient } from './add-client';
import { fetchClient } from './fetch-client';
import { removeClient } from './remove-client';
import { beginFetch, endFetch, failFetch, noteFetchStep } from './run-fetch';
import { setFleet } from './set-fleet';

const version = '0.169.0';
const found = { version, sha256: 'a'.repeat(64), integrity: `sha512-${'A'.repeat(86)}==`, bytes: 300 };
const stored = ({ workspaceId }: Context) => db.codexClient.findMany({ where: { workspaceId } });
const asSystem = (ctx: Context): Context => ({
  ...ctx,
  actor: { id: 'system', accountId: null, name: 'Slipway', appRole: 'system' },
  via: 'job',
});
const jobs = ({ workspaceId }: Context) =>
  db.$queryRaw<{ name: string }[]>`
    select t.identifier as name from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'workspaceId' = ${workspaceId}`;

describe('fetchClient', () => {
  test('stores that it is wanted, leaves a job, and audits', async () => {
    const { ctx } = await arrange();

    const result = await fetchClient(ctx, { version });

    expect(result).toMatchObject({
      ok: true,
      value: { version, source: 'npm', state: 'queued', progress: { words: 'Waiting for its turn' } },
    });
    expect(await jobs(ctx)).toEqual([{ name: 'fetch-client' }]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'client.wanted', subject: `client:${version}`, before: null },
    ]);
  });

  test('is done by the IT owner, and by no auditor', async () => {
    const { ctx, as } = await arrange();

    expect(await fetchClient(await as('auditor'), { version })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await stored(ctx)).toEqual([]);
    expect(await fetchClient(await as('it_owner'), { version })).toMatchObject({ ok: true });
  });

  test('wants one of a version once, also when two ask at once; a failed one may be tried again', async () => {
    const { ctx } = await arrange();

    const results = await Promise.all([fetchClient(ctx, { version }), fetchClient(ctx, { version })]);

    const codes = results.map((result) => (result.ok ? 'wanted' : result.error.code));
    expect(codes.sort()).toEqual(['client_on_its_way', 'wanted']);
    await failFetch(asSystem(ctx), { version, reason: 'npm could not.' });
    expect((await stored(ctx))[0]).toMatchObject({ state: 'failed', reason: 'npm could not.' });
    expect(await fetchClient(ctx, { version })).toMatchObject({
      ok: true,
      value: { state: 'queued', reason: null },
    });
  });

  test.each(['1.2', 'latest', '0.169.0-linux-x64', ''])('%s is no version', async (wrong) => {
    const { ctx } = await arrange();

    expect(await fetchClient(ctx, { version: wrong })).toMatchObject({ error: { code: 'invalid_input' } });
  });
});

describe('the fetching', () => {
  test('goes step by step, ends with the sums, and stands in the record', async () => {
    const { ctx } = await arrange();
    const system = asSystem(ctx);
    await fetchClient(ctx, { version });

    expect(await beginFetch(system, { version })).toMatchObject({ value: { state: 'running', attempts: 1 } });
    expect(await noteFetchStep(system, { version, step: 2 })).toEqual({ ok: true, value: true });
    expect((await readClients(ctx))?.clients[0]?.progress?.words).toBe('Fetching the package');
    expect(await endFetch(system, found)).toMatchObject({ ok: true, value: { state: 'ready', ...found } });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'client.fetched' });
    expect(await fetchClient(ctx, { version })).toMatchObject({ error: { code: 'client_at_hand' } });
  });

  test('ends where it was given up meanwhile', async () => {
    const { ctx } = await arrange();
    await fetchClient(ctx, { version });
    await removeClient(ctx, { version });

    expect(await noteFetchStep(asSystem(ctx), { version, step: 2 })).toEqual({ ok: true, value: false });
    expect(await beginFetch(asSystem(ctx), { version })).toEqual({ ok: true, value: null });
    expect(await endFetch(asSystem(ctx), found)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('addClient and removeClient', () => {
  test('a package takes the place of an older one of its version, and goes again', async () => {
    const { ctx } = await arrange();
    await addClient(ctx, found);
    await addClient(ctx, { ...found, sha256: 'b'.repeat(64) });

    expect(await stored(ctx)).toMatchObject([{ source: 'upload', state: 'ready', sha256: 'b'.repeat(64) }]);
    expect(await removeClient(ctx, { version })).toMatchObject({ ok: true });
    expect(await stored(ctx)).toEqual([]);
    expect((await auditLog(ctx.workspaceId)).map(({ action }) => action)).toEqual([
      'client.added',
      'client.added',
      'client.removed',
    ]);
    expect(await removeClient(ctx, { version })).toMatchObject({ error: { code: 'not_found' } });
  });

  test('a package of a version that is on its way has to wait', async () => {
    const { ctx } = await arrange();
    await fetchClient(ctx, { version });

    expect(await addClient(ctx, found)).toMatchObject({ error: { code: 'client_on_its_way' } });
  });
});

describe('setFleet', () => {
  test('stores and audits; findings go by its oldest client unless another is named', async () => {
    const { ctx } = await arrange();
    const check = async (oldestClient?: string) =>
      (
        await checkConfiguration(ctx, {
          file: 'requirements.toml',
          text: '[otel]\nexporter = "none"\n',
          ...(oldestClient === undefined ? {} : { oldestClient }),
        })
      )?.findings.map(({ id }) => id);
    expect(await check()).not.toContain('key_too_new');

    expect(await setFleet(ctx, { oldest: '0.157.0', newest: version, version: 0 })).toEqual({
      ok: true,
      value: { oldest: '0.157.0', newest: version, version: 1 },
    });
    expect(await check()).toContain('key_too_new');
    expect(await check(version)).not.toContain('key_too_new');
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'fleet.said',
      before: { oldest: version, newest: version, version: 0 },
    });
  });

  test('refuses an oldest that is newer, what somebody wrote since, and the wrong role', async () => {
    const { ctx, as } = await arrange();
    const said = { oldest: '0.157.0', newest: '0.163.0', version: 0 };

    expect(await setFleet(ctx, { ...said, oldest: '0.164.0' })).toMatchObject({
      error: { code: 'fleet_reversed', fields: { oldest: [expect.any(String)] } },
    });
    expect(await setFleet(await as('contributor'), said)).toMatchObject({ error: { code: 'forbidden' } });
    const both = await Promise.all([setFleet(ctx, said), setFleet(ctx, { ...said, oldest: '0.158.0' })]);
    expect(both.map((one) => (one.ok ? 'said' : one.error.code)).sort()).toEqual(['conflict', 'said']);
  });
});
