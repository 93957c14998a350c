// A logical dump of the database, as gzipped SQL: the embedded PostgreSQL comes without pg_dump.
//
// It holds the migrations the database has had, word for word, then the rows of every table as COPY
// blocks, then the sequences. To restore it, with nothing running, into an EMPTY database:
//
//   npm run db restore .data/dumps/<file>.sql.gz
//
// The embedded database is emptied by moving `.data/postgres` away. With an external server create a
// new database that belongs to the owner role, and name it in DATABASE_OWNER_URL and DATABASE_URL.
// psql can read the file too (`gunzip -c <file> | psql -v ON_ERROR_STOP=1 -1 "$DATABASE_OWNER_URL"`),
// after the job queue's schema was made with `npx graphile-worker -c "$DATABASE_OWNER_URL" --schema-only`.
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGzip } from 'node:zlib';
import { copyOut } from './copy.mjs';
import { createMigrationsTable, listApplied, listMigrations } from './migrations.mjs';
import { dataDir, inRoot } from './project.mjs';
import { connect } from './sql.mjs';
import { dumpedTables, resetSequences } from './tables.mjs';

/** @param {Date} time */
const stampOf = (time) => time.toISOString().replaceAll(':', '-').replace(/\.\d+/, '');

/**
 * @param {import('pg').Client} client
 * @param {string} migrationsDir
 */
async function structureOf(client, migrationsDir) {
  const files = new Map(listMigrations(migrationsDir).map((file) => [file.name, file.sql]));
  const applied = await listApplied(client);
  const parts = applied.map(({ name }) => `-- Migration ${name}\n${files.get(name) ?? ''}\n`);
  return `${createMigrationsTable};\n\n${parts.join('\n')}`;
}

/**
 * @param {import('pg').Client} client
 * @param {import('node:stream').Writable} output
 * @param {string} migrationsDir
 */
async function writeDump(client, output, migrationsDir) {
  const tables = await dumpedTables(client);
  output.write(`-- Slipway, ${new Date().toISOString()}. How to restore it: scripts/dump.mjs\n`);
  output.write(await structureOf(client, migrationsDir));
  for (const { name } of tables.toReversed()) output.write(`delete from ${name};\n`);
  for (const { name, columns } of tables) {
    output.write(`\ncopy ${name} (${columns}) from stdin;\n`);
    await copyOut(client, `copy (select ${columns} from ${name}) to stdout`, output);
    output.write('\\.\n');
  }
  for (const statement of await resetSequences(client)) output.write(`${statement}\n`);
  output.end();
}

/**
 * Dumps the database as it is at one moment; gives the file's path, relative to the project.
 * @param {string} ownerUrl
 * @param {{ dir?: string, migrationsDir?: string }} [places]
 */
export async function dump(ownerUrl, places = {}) {
  const { dir = path.join(dataDir, 'dumps'), migrationsDir = inRoot('prisma', 'migrations') } = places;
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, `${stampOf(new Date())}.sql.gz`);
  const part = `${file}.part`;
  const client = await connect(ownerUrl);
  try {
    await client.query('begin isolation level repeatable read, read only');
    const output = new PassThrough();
    const written = pipeline(output, createGzip(), fs.createWriteStream(part, { mode: 0o600 }));
    await Promise.all([written, writeDump(client, output, migrationsDir)]);
    await client.query('commit');
    fs.renameSync(part, file);
    return path.relative(inRoot(), file);
  } finally {
    fs.rmSync(part, { force: true });
    await client.end();
  }
}
