import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTlsServer, type TlsServer } from '#test/tls-server';

// Due reads are those of every workspace, so this file has a database of its own.
await vi.hoisted(async () => (await import('#test/own-database')).useOwnDatabase());

const { defaultEgressUrl } = await import('#lib/catalog/egress-sources');
const { setAllowList } = await import('#lib/commands/egress/set-allow-list');
const { setEgressFetch } = await import('#lib/commands/egress/set-egress-fetch');
const { db } = await import('#lib/data/db');
const { readDrift, readEgressFetch } = await import('#lib/queries/egress');
const { arrange, auditLog } = await import('#test/arrange');
const { fetchEgress } = await import('./fetch-egress');

const file = '{"creationTime":"2026-11-20T08:00:00Z","prefixes":[{"ipv4Prefix":"20.1.2.0/24"}]}';
const hourMs = 3_600_000;

let server: TlsServer;
let body = file;
let requests = 0;

beforeAll(async () => {
  server = await startTlsServer('openai.com', (_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
});
afterAll(() => server.stop());
beforeEach(async () => {
  body = file;
  requests = 0;
  await db.egressFetch.deleteMany();
});

const ways = () => ({
  resolve: async () => ['104.18.33.45'],
  reach: () => ({ host: '127.0.0.1', port: server.port }),
  ca: server.ca,
});
const run = (hours = 0) => ({
  id: randomUUID(),
  now: new Date(Date.now() + hours * hourMs),
  dataDir: '/nowhere',
});
const stored = (workspaceId: string) => db.egressPublication.findMany({ where: { workspaceId } });

async function switchedOn() {
  const { ctx } = await arrange();
  await setEgressFetch(ctx, { isOn: true, url: defaultEgressUrl, version: 0 });
  return ctx;
}

describe('the job that fetches the published ranges', () => {
  test('reads for the workspace that asked, in the system’s name', async () => {
    const ctx = await switchedOn();
    const now = run();

    await fetchEgress({ workspaceId: ctx.workspaceId }, now, ways());

    expect(await stored(ctx.workspaceId)).toMatchObject([
      { source: 'fetch', by: 'Slipway', readAt: now.now },
    ]);
    expect(await readEgressFetch(ctx)).toMatchObject({ triedAt: now.now, failure: null });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'egress.publication_recorded',
      actorId: 'system',
      via: 'job',
    });
  });

  test('asks nothing while the switch is off', async () => {
    const { ctx } = await arrange();
    await fetchEgress({ workspaceId: ctx.workspaceId }, run(), ways());
    const off = await switchedOn();
    await setEgressFetch(off, { isOn: false, url: defaultEgressUrl, version: 1 });
    await fetchEgress({ workspaceId: off.workspaceId }, run(), ways());
    await fetchEgress({}, run(48), ways());

    expect(requests).toBe(0);
  });

  test('looks every hour and reads about once a day', async () => {
    const ctx = await switchedOn();

    for (let hour = 0; hour <= 48; hour += 1) await fetchEgress({ _cron: {} }, run(hour), ways());

    expect(requests).toBe(3);
    const times = (await stored(ctx.workspaceId)).map(({ readAt }) => readAt.getTime()).sort();
    for (const [index, at] of times.slice(1).entries()) {
      expect(at - (times[index] ?? 0)).toBeLessThan(24 * hourMs);
    }
  });

  test('asks for a file once, however many workspaces want it', async () => {
    const readers = [await switchedOn(), await switchedOn(), await switchedOn()];

    await fetchEgress({}, run(2), ways());

    expect(requests).toBe(1);
    for (const { workspaceId } of readers) expect(await stored(workspaceId)).toHaveLength(1);
  });

  test('what breaks for one workspace keeps no other from its read, and is thrown at the end', async () => {
    const [broken, ...others] = [await switchedOn(), await switchedOn(), await switchedOn()];
    const where = { workspaceId: broken.workspaceId };
    await setAllowList(broken, { cidrs: ['20.1.2.0/24'], version: 0 });
    await db.egressAllowList.updateMany({ where, data: { cidrs: 'damaged' } });

    await expect(fetchEgress({}, run(2), ways())).rejects.toThrow('could not be taken in');

    expect(await stored(broken.workspaceId)).toEqual([]);
    for (const { workspaceId } of others) expect(await stored(workspaceId)).toHaveLength(1);
  });

  test('two that look at once read once', async () => {
    await switchedOn();

    await Promise.all([fetchEgress({}, run(2), ways()), fetchEgress({}, run(2), ways())]);

    expect(requests).toBe(1);
  });

  test('a try that died is made again an hour later, not before', async () => {
    const ctx = await switchedOn();
    const dying = run(2);
    await db.egressFetch.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { triedAt: dying.now, failure: 'The try was not finished.' },
    });

    await fetchEgress({}, run(2.5), ways());
    expect(requests).toBe(0);
    await fetchEgress({}, run(3.1), ways());
    expect(requests).toBe(1);
  });

  test.each([
    ['a page', '<!doctype html>'],
    ['nothing', ''],
    ['no ranges', '{"prefixes":[]}'],
    ['half a file', file.slice(0, -10)],
    ['a private range', '{"prefixes":[{"ipv4Prefix":"10.0.0.0/8"}]}'],
  ])('%s is noted as a failure and takes nothing away', async (_, broken) => {
    const ctx = await switchedOn();
    await setAllowList(ctx, { cidrs: ['20.1.2.0/24'], version: 0 });
    await fetchEgress({ workspaceId: ctx.workspaceId }, run(), ways());
    body = broken;

    await fetchEgress({ workspaceId: ctx.workspaceId }, run(1), ways());

    expect(await stored(ctx.workspaceId)).toHaveLength(1);
    expect(await readDrift(ctx)).toMatchObject({ missing: [], surplus: [] });
    expect((await readEgressFetch(ctx))?.failure).toContain('refused whole');
  });

  test('a private address is noted in words, and the next read clears the note', async () => {
    const ctx = await switchedOn();

    await fetchEgress({ workspaceId: ctx.workspaceId }, run(), {
      ...ways(),
      resolve: async () => ['10.0.0.1'],
    });
    expect((await readEgressFetch(ctx))?.failure).toBe(
      'openai.com resolves to 10.0.0.1, which is not on the internet. Nothing was asked there.',
    );
    expect(requests).toBe(0);

    await fetchEgress({ workspaceId: ctx.workspaceId }, run(), ways());
    expect((await readEgressFetch(ctx))?.failure).toBeNull();
  });

  test('an address that is none of the vendor’s is not asked', async () => {
    const ctx = await switchedOn();
    await db.egressFetch.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { url: 'https://openai.com/other.json' },
    });

    await fetchEgress({ workspaceId: ctx.workspaceId }, run(), ways());

    expect(requests).toBe(0);
    expect((await readEgressFetch(ctx))?.failure).toContain('no longer one of the vendor’s files');
  });
});
