// The database a command works on: the one DATABASE_URL names, or the embedded one of this folder.
import path from 'node:path';
import { runningCluster, startCluster } from './postgres.mjs';
import { dataDir } from './project.mjs';
import { becomeRunning, runningInstallation } from './running.mjs';

/** Folder of the embedded cluster. */
const clusterDir = path.join(dataDir, 'postgres');

/** @typedef {import('./migrate.mjs').DatabaseUrls} DatabaseUrls */

/**
 * Connection strings of the external server; null when none is named. Without DATABASE_OWNER_URL one
 * role does both.
 * @returns {DatabaseUrls | null}
 */
function externalDatabase() {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl) return { appUrl, ownerUrl: ownerUrl || appUrl };
  if (ownerUrl) throw new Error('DATABASE_OWNER_URL is set, but DATABASE_URL is not.');
  return null;
}

/** @param {string} url */
const placeOf = (url) => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

/**
 * The external database, or the embedded one, started. `exited` resolves when an embedded server
 * ends, wanted or not; an external one is not ours to watch.
 * @returns {Promise<DatabaseUrls & { place: string, exited: Promise<void> }>}
 */
export async function openDatabase() {
  const external = externalDatabase();
  if (external) return { ...external, place: placeOf(external.appUrl), exited: new Promise(() => {}) };
  const cluster = await startCluster(clusterDir);
  return { ...cluster, place: `embedded PostgreSQL, port ${cluster.port}` };
}

/**
 * The database, for a command that runs beside the installation or without it: the external one, the
 * embedded one that `npm start` runs, or else the embedded one, started until this command ends.
 * `joined` says whether another command runs it.
 * @returns {Promise<DatabaseUrls & { joined: boolean }>}
 */
export async function joinDatabase() {
  if (!externalDatabase() && runningInstallation()) {
    const urls = runningCluster(clusterDir);
    if (!urls) throw new Error('Slipway is just starting or ending here. Try again in a moment.');
    return { ...urls, joined: true };
  }
  if (!externalDatabase()) await becomeRunning();
  return { ...(await openDatabase()), joined: false };
}
