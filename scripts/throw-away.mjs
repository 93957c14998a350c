// A cluster of one's own for one run of tests, gone afterwards.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { atEnd } from './lifetime.mjs';
import { takeLock } from './lock.mjs';
import { migrate } from './migrate.mjs';
import { startCluster, stopLeftover, throwAway } from './postgres.mjs';
import { dataDir } from './project.mjs';

const prefix = 'test-';

/** Removes what killed runs left behind: their Postgres and their folder. */
async function sweep() {
  for (const name of fs.readdirSync(dataDir).filter((each) => each.startsWith(prefix))) {
    const dir = path.join(dataDir, name);
    const lock = takeLock(path.join(dir, 'lock'));
    if (lock.holder) continue;
    await stopLeftover(dir);
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * A folder for one run, removed when the command ends; next to others' folders, whose owners may be
 * running at the same time.
 */
async function ownFolder() {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  await sweep();
  const dir = path.join(dataDir, `${prefix}${process.pid}-${randomBytes(3).toString('hex')}`);
  takeLock(path.join(dir, 'lock'));
  atEnd(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/**
 * Starts a database with nothing in it; `dir` is a folder for the run's other files.
 * @param {string[]} [settings] of Postgres, besides those of everything that is thrown away
 */
export async function startBlank(settings = []) {
  const dir = await ownFolder();
  return { ...(await startCluster(dir, { settings: [...throwAway, ...settings] })), dir };
}

/**
 * Starts a migrated database without rows; `dir` is a folder for the run's other files.
 * @param {string[]} [settings] of Postgres, besides those of everything that is thrown away
 */
export async function startThrowAway(settings = []) {
  const cluster = await startBlank(settings);
  await migrate(cluster);
  return cluster;
}
