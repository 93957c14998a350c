// Locks between processes: a file that names its holder. A holder that was killed holds nothing.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hasCode, startedAt, waitFor } from './process.mjs';

/** @typedef {{ pid: number, startedAt: string | null } & Record<string, unknown>} Holder */

/** @param {string} file @returns {Holder | null} */
function readHolder(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Holder} holder */
const isRunning = ({ pid, startedAt: start }) => start !== null && startedAt(pid) === start;

/**
 * The running process that holds the lock, with the facts it left; null when nobody does.
 * @param {string} file
 */
export function holderOf(file) {
  const holder = readHolder(file);
  return holder && isRunning(holder) ? holder : null;
}

/** @param {string} file @param {object} content */
function writeWhole(file, content) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  return draft;
}

/**
 * Moves a dead holder's file away. Another process may have done so, and taken the lock, in between:
 * then its file is put back.
 * @param {string} file
 */
function clearDead(file) {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (holderOf(aside)) fs.linkSync(aside, file);
  fs.rmSync(aside);
}

/**
 * Takes the lock for this process.
 *
 * Gives `holder` when another running process has it. Otherwise `left`, what a killed holder had
 * written there (null after a clean end), `note` to add facts for others, and `release`.
 * @param {string} file
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  /** @type {Record<string, unknown>} */
  const mine = { pid: process.pid, startedAt: startedAt(process.pid) };
  const left = readHolder(file);
  for (;;) {
    const holder = holderOf(file);
    if (holder) return { holder };
    clearDead(file);
    const draft = writeWhole(file, mine);
    try {
      fs.linkSync(draft, file);
      break;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return {
    holder: null,
    left,
    /** @param {Record<string, unknown>} facts */
    note: (facts) => fs.renameSync(writeWhole(file, Object.assign(mine, facts)), file),
    release: () => fs.rmSync(file, { force: true }),
  };
}

/**
 * Runs `work` while holding the lock, waiting for whoever has it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ withinMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { withinMs = 300_000 } = {}) {
  const release = await waitFor(() => takeLock(file).release, { withinMs, everyMs: 200 });
  if (!release) throw new Error(`${file} was held by process ${holderOf(file)?.pid} for too long.`);
  try {
    return await work();
  } finally {
    release();
  }
}
