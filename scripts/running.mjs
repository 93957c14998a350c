// One running installation per folder. The lock file names it and what it started, so that the next
// command can refuse, join, or clear up after one that was killed.
import path from 'node:path';
import { atEnd } from './lifetime.mjs';
import { holderOf, takeLock } from './lock.mjs';
import { endProcess, signalTo, startedAt } from './process.mjs';
import { dataDir } from './project.mjs';

const file = path.join(dataDir, 'running.lock');

/** The command that runs this folder's installation; null when none does. */
export const runningInstallation = () => holderOf(file);

/** @param {unknown} left */
async function endLeftApp(left) {
  if (!left || typeof left !== 'object' || !('app' in left)) return;
  const app = /** @type {{ pid: number, startedAt: string | null }} */ (left.app);
  if (app.startedAt === null || startedAt(app.pid) !== app.startedAt) return;
  await endProcess(app.pid);
  signalTo(-app.pid, 'SIGKILL');
}

/**
 * Makes this command the one that runs the installation, until it ends. Refuses when another does.
 * An application that outlived its killed command is ended.
 */
export async function becomeRunning() {
  const lock = takeLock(file);
  if (lock.holder) {
    const { pid, url } = lock.holder;
    const where = url ? `at ${url}` : 'and is still starting';
    throw new Error(`Slipway already runs from this folder ${where} (process ${pid}). End it first.`);
  }
  atEnd(lock.release);
  await endLeftApp(lock.left);
  return {
    /** @param {number | undefined} pid */
    noteApp: (pid) => pid && lock.note({ app: { pid, startedAt: startedAt(pid) } }),
    /** @param {string} url */
    noteUrl: (url) => lock.note({ url }),
  };
}
