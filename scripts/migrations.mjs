// The migrations of this version (files) and those a database has had (rows), in Prisma's own form.
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 * @typedef {{ name: string, checksum: string, finished: boolean, logs?: string | null }} Applied
 */

/**
 * The migrations of a folder, in order.
 * @param {string} dir
 * @returns {Migration[]}
 */
export function listMigrations(dir) {
  if (!fs.existsSync(dir)) return [];
  const names = fs.readdirSync(dir).sort();
  const files = names.map((name) => ({ name, file: path.join(dir, name, 'migration.sql') }));
  return files
    .filter(({ file }) => fs.existsSync(file))
    .map(({ name, file }) => {
      const bytes = fs.readFileSync(file);
      return { name, sql: bytes.toString(), checksum: createHash('sha256').update(bytes).digest('hex') };
    });
}

/** Makes Prisma's own table of migrations where it is missing. */
export const createMigrationsTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * The migrations the database has had; empty for one that was never migrated.
 * @param {import('pg').Client} client
 * @returns {Promise<Applied[]>}
 */
export async function listApplied(client) {
  const { rows: found } = await client.query("select to_regclass('public._prisma_migrations') as found");
  if (!found[0].found) return [];
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished, logs
     from public._prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  return rows;
}

/**
 * The migrations still to apply. Throws, with what to do, when the database does not match the files.
 * @param {Migration[]} files
 * @param {Applied[]} applied
 */
export function planMigrations(files, applied) {
  const failed = applied.find(({ finished }) => !finished);
  if (failed) {
    throw new Error(
      `Migration ${failed.name} failed on this database before; nothing is migrated until that is settled. ` +
        `Read the reason with \`npm run db status\`; then restore a dump, or put the database right and run ` +
        `\`npm run db rolled-back ${failed.name}\` to have it tried again.`,
    );
  }
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of applied) {
    const file = byName.get(name);
    if (!file) throw new Error(`The database has had migration ${name}, which this version does not know.`);
    if (file.checksum !== checksum) throw new Error(`Migration ${name} was edited after it was applied.`);
  }
  const done = new Set(applied.map(({ name }) => name));
  return files.filter(({ name }) => !done.has(name));
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Applies one migration: its file is one implicit transaction. A failure is recorded and thrown.
 * @param {import('pg').Client} client
 * @param {Migration} migration
 */
export async function applyMigration(client, { name, sql, checksum }) {
  const id = randomUUID();
  await client.query(createMigrationsTable);
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query('rollback'); // Only matters for a file that opened a transaction of its own.
    await client.query('update _prisma_migrations set logs = $2 where id = $1', [id, messageOf(error)]);
    throw new Error(`Migration ${name} failed: ${messageOf(error)}`, { cause: error });
  }
  await client.query(
    'update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1',
    [id],
  );
}
