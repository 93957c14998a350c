import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dump } from './dump.mjs';
import { markRolledBack, migrate, pendingMigrations } from './migrate.mjs';
import { restore } from './restore.mjs';
import { missingSql } from './schema-engine.mjs';
import { connect } from './sql.mjs';
import { startBlank } from './throw-away.mjs';

type Urls = { ownerUrl: string; appUrl: string };

let cluster: Awaited<ReturnType<typeof startBlank>>;
let databases = 0;

const named = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const run = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

async function newDatabase(): Promise<Urls> {
  databases += 1;
  const name = `test_${databases}`;
  await run(cluster.superuserUrl, `create database ${name} owner slipway_owner`);
  return { ownerUrl: named(cluster.ownerUrl, name), appUrl: named(cluster.appUrl, name) };
}

function migrations(files: Record<string, string>): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-migrations-'));
  for (const [name, sql] of Object.entries(files)) write(dir, name, sql);
  return dir;
}

function write(dir: string, name: string, sql: string) {
  fs.mkdirSync(path.join(dir, name), { recursive: true });
  fs.writeFileSync(path.join(dir, name, 'migration.sql'), sql);
}

beforeAll(async () => {
  cluster = await startBlank();
});

afterAll(async () => {
  await cluster.stop();
  fs.rmSync(cluster.dir, { recursive: true });
});

describe('migrate', () => {
  test('migrations are applied in order, once', async () => {
    const urls = await newDatabase();
    const dir = migrations({ '0002_b': 'alter table a add b int', '0001_a': 'create table a ()' });

    expect(await migrate(urls, dir)).toEqual(['0001_a', '0002_b']);
    expect(await migrate(urls, dir)).toEqual([]);
    expect(await run(urls.appUrl, 'select b from a')).toEqual([]);
  });

  test('two that migrate at once apply each migration once', async () => {
    const urls = await newDatabase();
    const dir = migrations({ '0001_a': 'create table a ()', '0002_b': 'create table b ()' });

    const applied = await Promise.all([migrate(urls, dir), migrate(urls, dir), migrate(urls, dir)]);

    expect(applied.flat().sort()).toEqual(['0001_a', '0002_b']);
  });

  test('a migration that was edited after it was applied is refused', async () => {
    const urls = await newDatabase();
    const dir = migrations({ '0001_a': 'create table a ()' });
    await migrate(urls, dir);
    write(dir, '0001_a', 'create table a (); create table more ()');

    await expect(migrate(urls, dir)).rejects.toThrow('0001_a was edited');
  });

  test('a database from a newer version is refused', async () => {
    const urls = await newDatabase();
    await migrate(urls, migrations({ '0001_a': 'select 1', '0002_newer': 'select 1' }));

    await expect(migrate(urls, migrations({ '0001_a': 'select 1' }))).rejects.toThrow('0002_newer');
  });

  test('a migration that fails keeps nothing and blocks, until it is said to be undone', async () => {
    const urls = await newDatabase();
    const dir = migrations({ '0001_a': 'create table a (); select 1 / 0' });

    await expect(migrate(urls, dir)).rejects.toThrow('division by zero');
    expect(await run(urls.ownerUrl, "select to_regclass('a') as a")).toEqual([{ a: null }]);
    write(dir, '0001_a', 'create table a ()');
    await expect(migrate(urls, dir)).rejects.toThrow('0001_a failed on this database before');
    await markRolledBack(urls.ownerUrl, '0001_a');

    expect(await migrate(urls, dir)).toEqual(['0001_a']);
  });

  test('what waits is known before it is applied', async () => {
    const urls = await newDatabase();
    const dir = migrations({ '0001_a': 'select 1' });
    await migrate(urls, dir);
    write(dir, '0002_b', 'select 1');

    expect(await pendingMigrations(urls.ownerUrl, dir)).toEqual({ applied: ['0001_a'], pending: ['0002_b'] });
  });

  test('with one role for both there are no rights to give', async () => {
    const { ownerUrl } = await newDatabase();
    await migrate({ ownerUrl, appUrl: ownerUrl });

    expect(await run(ownerUrl, 'select count(*)::int as count from pg_policies')).toEqual([{ count: 0 }]);
  });

  test('the migrations give what the schema asks for', async () => {
    await run(cluster.superuserUrl, 'create database blank');

    expect(await missingSql(named(cluster.superuserUrl, 'blank'))).toBe('');
  });
});

describe('the rights of the app role', () => {
  let urls: Urls;
  beforeAll(async () => {
    urls = await newDatabase();
    await migrate(urls);
    await migrate(urls);
  });

  test.each(['update "AuditEvent" set action = action', 'delete from "AuditEvent"', 'truncate "AuditEvent"'])(
    '%s is denied',
    async (sql) => {
      await expect(run(urls.appUrl, sql)).rejects.toThrow('permission denied for table AuditEvent');
    },
  );

  test('audit rows may be read', async () => {
    expect(await run(urls.appUrl, 'select * from "AuditEvent"')).toEqual([]);
  });

  test.each(['select * from _prisma_migrations', 'create table mine ()'])('%s is denied', async (sql) => {
    await expect(run(urls.appUrl, sql)).rejects.toThrow('permission denied');
  });

  test('the app adds jobs, sees them and takes them', async () => {
    await run(urls.appUrl, "select graphile_worker.add_job('mail')");
    await run(urls.appUrl, 'update graphile_worker._private_jobs set attempts = 1');

    expect(await run(urls.appUrl, 'select attempts from graphile_worker._private_jobs')).toEqual([
      { attempts: 1 },
    ]);
  });
});

describe('dump and restore', () => {
  const odd = 'tab\t newline\n return\r back\\slash \\. line\u2028separator \u202Eبا 🦊';

  test('a restored dump holds what was dumped, jobs too', async () => {
    const [from, to] = [await newDatabase(), await newDatabase()];
    await migrate(from);
    const insert =
      'insert into "Workspace" (id, slug, name, "timeZone", "createdAt") values ($1, $2, $3, $4, now())';
    const id = '00000000-0000-4000-8000-000000000001';
    await withClient(from.appUrl, (client) => client.query(insert, [id, 'acme', odd, 'UTC']));
    await run(from.appUrl, 'select graphile_worker.add_job(\'mail\', \'{"to": "a"}\')');
    const places = { dir: fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-dumps-')) };

    const file = path.resolve(await dump(from.ownerUrl, places));
    await restore(to.ownerUrl, file);
    await migrate(to);

    expect(await run(to.appUrl, 'select id, slug, name from "Workspace"')).toEqual([
      { id, slug: 'acme', name: odd },
    ]);
    const jobs = 'select id, payload from graphile_worker._private_jobs';
    expect(await run(to.appUrl, jobs)).toEqual(await run(from.appUrl, jobs));
    await run(to.appUrl, "select graphile_worker.add_job('mail')");
    expect((await run(to.appUrl, jobs)).length).toBe(2);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a dump is not restored over a database in use', async () => {
    const urls = await newDatabase();
    await migrate(urls);

    await expect(restore(urls.ownerUrl, '/nowhere')).rejects.toThrow('not empty');
  });
});
