// npm run db: looks after the database by hand.
//
//   npm run db deploy               apply what is missing (npm start does so too)
//   npm run db status               what was applied, what waits, what failed and why
//   npm run db dev <name>           a new migration from what changed in prisma/schema.prisma
//   npm run db dump                 a dump into .data/dumps
//   npm run db restore <file>       a dump into an empty database (see scripts/dump.mjs)
//   npm run db rolled-back <name>   a failed migration was undone by hand: try it again next time
import './env-file.mjs';
import fs from 'node:fs';
import { generate, install } from './install.mjs';
import { runCommand } from './lifetime.mjs';
import { inRoot } from './project.mjs';
import { say } from './stage.mjs';

/** @param {string | undefined} value @param {string} what */
function need(value, what) {
  if (!value) throw new Error(`Name ${what}.`);
  return value;
}

/** The database, running for as long as this command does. */
const open = async () => (await import('./database.mjs')).joinDatabase();

async function status() {
  const { ownerUrl } = await open();
  const { connect } = await import('./sql.mjs');
  const { listApplied, listMigrations } = await import('./migrations.mjs');
  const client = await connect(ownerUrl);
  const applied = await listApplied(client);
  await client.end();
  const names = new Set(applied.map(({ name }) => name));
  for (const { name, finished, logs } of applied)
    say(finished ? `applied  ${name}` : `FAILED   ${name}: ${logs ?? ''}`);
  for (const { name } of listMigrations(inRoot('prisma', 'migrations')))
    if (!names.has(name)) say(`waiting  ${name}`);
}

/** @param {string | undefined} name */
async function develop(name) {
  const words = need(name, 'what changes, such as "deputies"')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  const { startBlank } = await import('./throw-away.mjs');
  const { missingSql } = await import('./schema-engine.mjs');
  const { listMigrations } = await import('./migrations.mjs');
  const sql = await missingSql((await startBlank()).superuserUrl);
  if (!sql) return say('The migrations give what prisma/schema.prisma asks for.');
  const dir = inRoot('prisma', 'migrations');
  const last = listMigrations(dir).at(-1)?.name ?? '0';
  const file = `${String(Number.parseInt(last, 10) + 1).padStart(4, '0')}_${words}`;
  fs.mkdirSync(`${dir}/${file}`, { recursive: true });
  fs.writeFileSync(`${dir}/${file}/migration.sql`, `${sql}\n`);
  say(
    `Wrote prisma/migrations/${file}/migration.sql. Read it: what it drops is lost. Then npm run db deploy.`,
  );
}

/** @type {Record<string, (argument: string | undefined) => Promise<void>>} */
const orders = {
  status,
  dev: develop,
  async deploy() {
    const { deploy } = await import('./deploy.mjs');
    say(await deploy(await open()));
  },
  async dump() {
    const { dump } = await import('./dump.mjs');
    say(await dump((await open()).ownerUrl));
  },
  async restore(file) {
    const { restore } = await import('./restore.mjs');
    const { migrate } = await import('./migrate.mjs');
    const urls = await open();
    await restore(urls.ownerUrl, need(file, 'the dump'));
    await migrate(urls);
    say(`Restored ${file}.`);
  },
  async 'rolled-back'(name) {
    const { markRolledBack } = await import('./migrate.mjs');
    await markRolledBack((await open()).ownerUrl, need(name, 'the migration'));
    say(`${name} will be tried again.`);
  },
};

await runCommand(async () => {
  const [name = '', argument] = process.argv.slice(2);
  const order = orders[name];
  if (!order) throw new Error(`Use: npm run db ${Object.keys(orders).join(' | ')}`);
  await install();
  await generate();
  await order(argument);
  return 0;
});
