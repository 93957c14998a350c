// Brings a database up to date: migrations, the job queue's schema, the app role's rights.
import fs from 'node:fs';
import { applyMigration, listApplied, listMigrations, planMigrations } from './migrations.mjs';
import { inRoot } from './project.mjs';
import { connect, refuseOldPostgres } from './sql.mjs';

/** The lock Prisma Migrate takes, so that the two never run at once. */
const migrationLock = 72707369;

const filesOfThisVersion = inRoot('prisma', 'migrations');

/**
 * Connection strings of a database: the owner migrates, the app works.
 * @typedef {{ ownerUrl: string, appUrl: string }} DatabaseUrls
 */

/** @param {string} url */
async function roleOf(url) {
  const client = await connect(url);
  try {
    const { rows } = await client.query('select current_user as role');
    return String(rows[0].role);
  } finally {
    await client.end();
  }
}

/**
 * Brings the job queue's own schema up to date.
 * @param {string} ownerUrl
 */
export async function migrateJobQueue(ownerUrl) {
  const { Logger, runMigrations } = await import('graphile-worker');
  const logger = new Logger(() => (level, message) => {
    if (level === 'warning' || level === 'error') console.error(`Job queue: ${message}`);
  });
  await runMigrations({ connectionString: ownerUrl, logger });
}

/**
 * @param {import('pg').Client} client
 * @param {string} appRole
 */
async function grantRights(client, appRole) {
  const sql = fs.readFileSync(inRoot('prisma', 'grants.sql'), 'utf8');
  await client.query("select set_config('slipway.app_role', $1, false)", [appRole]);
  await client.query(sql);
}

/**
 * Names of the migrations that `migrate` would apply.
 * @param {string} ownerUrl
 * @param {string} [dir]
 */
export async function pendingMigrations(ownerUrl, dir = filesOfThisVersion) {
  const client = await connect(ownerUrl);
  try {
    await refuseOldPostgres(client);
    const applied = await listApplied(client);
    const pending = planMigrations(listMigrations(dir), applied).map(({ name }) => name);
    return { applied: applied.map(({ name }) => name), pending };
  } finally {
    await client.end();
  }
}

/**
 * Applies what is missing and gives the names of the applied migrations. Safe to run at any time and
 * by several processes at once: they wait for each other.
 *
 * With one role for both (a single external role) there are no rights to give.
 * @param {DatabaseUrls} urls
 * @param {string} [dir]
 */
export async function migrate({ ownerUrl, appUrl }, dir = filesOfThisVersion) {
  const appRole = await roleOf(appUrl);
  const client = await connect(ownerUrl);
  try {
    await refuseOldPostgres(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const missing = planMigrations(listMigrations(dir), await listApplied(client));
    for (const migration of missing) await applyMigration(client, migration);
    await migrateJobQueue(ownerUrl);
    const { rows } = await client.query('select current_user as role');
    if (rows[0].role !== appRole) await grantRights(client, appRole);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Notes that a failed migration was undone by hand, so that it is tried again.
 * @param {string} ownerUrl
 * @param {string} name
 */
export async function markRolledBack(ownerUrl, name) {
  const client = await connect(ownerUrl);
  try {
    const { rowCount } = await client.query(
      `update _prisma_migrations set rolled_back_at = now()
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    );
    if (!rowCount) throw new Error(`No failed migration is called ${name}.`);
  } finally {
    await client.end();
  }
}
