// What Prisma's schema asks for and its migrations do not give, as SQL. Development only.
//
// Prisma's command line does this with a native engine that it downloads. This is the same engine as
// WebAssembly, from a package, behind an interface without promises: its version is pinned.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { listMigrations } from './migrations.mjs';
import { inRoot } from './project.mjs';

const { resolve } = createRequire(import.meta.url);

/** Type number of Postgres's one-byte "char", which the adapter cannot name and the engine must know. */
const oneByteChar = 18;
const text = 25;

async function loadEngine() {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import(name);
  const file = path.join(path.dirname(resolve(name)), 'schema_engine_bg.wasm');
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ message) => console.error(message) },
  });
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  // safe because every wasm-bindgen module exports its start function
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  return bindings.SchemaEngine;
}

/**
 * A connection for the engine.
 * @param {string} url
 */
async function openAdapter(url) {
  const { default: pg } = await import('pg');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { ColumnTypeEnum } = await import('@prisma/driver-adapter-utils');
  const pool = new pg.Pool({ connectionString: url });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();

  /** @type {number[]} */
  let chars = [];
  const query = pool.query.bind(pool);
  pool.query = async (/** @type {[any]} */ ...args) => {
    const result = await query(...args);
    chars = [...result.fields.keys()].filter((index) => result.fields[index].dataTypeID === oneByteChar);
    for (const index of chars) result.fields[index].dataTypeID = text;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter's own cuts a script at every semicolon, also inside a function's body.
  adapter.executeScript = async (script) => void (await query(script));
  return adapter;
}

/**
 * The SQL that leads from the migrations to `prisma/schema.prisma`; empty when they agree.
 *
 * The migrations are applied to `blankUrl`: a database with nothing in it, that is thrown away.
 * @param {string} blankUrl
 */
export async function missingSql(blankUrl) {
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const SchemaEngine = await loadEngine();
  const connect = () => openAdapter(blankUrl);
  const factory = { provider: 'postgres', adapterName: 'pg', connect, connectToShadowDb: connect };
  const file = inRoot('prisma', 'schema.prisma');
  const schema = { path: file, content: fs.readFileSync(file, 'utf8') };
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(/** @type {any} */ (factory)),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsForEngine() },
    to: { tag: 'schemaDatamodel', files: [schema], configDir: path.dirname(file) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
    shadowDatabaseUrl: null,
  });
  const sql = String(stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

function migrationsForEngine() {
  const dir = inRoot('prisma', 'migrations');
  return {
    baseDir: dir,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: fs.readFileSync(path.join(dir, 'migration_lock.toml'), 'utf8'),
    },
    migrationDirectories: listMigrations(dir).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
