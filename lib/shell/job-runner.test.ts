import { mkdtemp, readdir } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

await vi.hoisted(async () => (await import('#test/own-database')).useOwnDatabase());

/** A way to the database that breaks the first connection over which `word` is sent. */
async function breakOnceAt(url: string, word: string): Promise<string> {
  const { port, hostname } = new URL(url);
  let isBroken = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    far.pipe(near);
    near.on('data', (data: Buffer) => {
      if (isBroken || !data.includes(word)) return void far.write(data);
      isBroken = true;
      near.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const way = new URL(url);
  // safe because a server that listens on TCP has such an address
  way.port = String((server.address() as AddressInfo).port);
  return way.href;
}

test('the queue works again after the database went just as it started, and does what was left', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'slipway-jobs-'));
  vi.stubEnv('SLIPWAY_DATA_DIR', dataDir);
  vi.stubEnv('DATABASE_URL', await breakOnceAt(process.env.DATABASE_URL ?? '', '_private_tasks'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'trace').mockReturnValue(undefined);
  const { db } = await import('#lib/data/db');
  const { appendJob } = await import('#lib/data/outbox');
  const { startJobs } = await import('./job-runner');

  const jobs = startJobs();
  await appendJob(db, {
    name: 'send-mail',
    payload: { to: 'devi@acme.example', subject: 'Hello', text: 'Hello' },
  });

  await expect
    .poll(() => readdir(join(dataDir, 'outbox')).catch(() => []), { timeout: 25_000 })
    .toEqual([expect.stringMatching(/\.eml$/)]);
  // The clock's jobs are kept in the database, so that no second process adds them again.
  expect(
    await db.$queryRaw`select "identifier" from graphile_worker._private_known_crontabs order by 1`,
  ).toEqual([
    { identifier: 'clear-clients' },
    { identifier: 'clear-imports' },
    { identifier: 'fetch-egress' },
  ]);
  await jobs.stop();
});
