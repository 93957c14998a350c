// Facts about running processes, from their ids.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** @param {unknown} error @param {string} code */
export const hasCode = (error, code) => error instanceof Error && 'code' in error && error.code === code;

/** @param {string} file */
const readOrNull = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** @param {number} pid @param {string} field */
const askPs = (pid, field) => {
  const { status, stdout } = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() ? stdout.trim() : null;
};

/** @param {number} pid */
const procStat = (pid) => {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ') : null;
};

/**
 * Whether a process runs under this id. A zombie counts as gone.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  return procStat(pid)?.[0] !== 'Z';
}

/**
 * When the process started, as text that only serves to compare: ids are used again, a pair of id
 * and start time is not. Null when there is no such process.
 * @param {number} pid
 */
export function startedAt(pid) {
  if (!isAlive(pid)) return null;
  return procStat(pid)?.[19] ?? askPs(pid, 'lstart');
}

/**
 * The process's command line, its words separated by a space; null when there is no such process.
 * @param {number} pid
 */
export function commandLine(pid) {
  const line = readOrNull(`/proc/${pid}/cmdline`);
  return line === null ? askPs(pid, 'args') : line.split('\0').join(' ').trim();
}

/**
 * Id of the process's parent; null when it is not known.
 * @param {number} pid
 */
export function parentOf(pid) {
  const parent = procStat(pid)?.[1] ?? askPs(pid, 'ppid');
  return parent ? Number(parent) : null;
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until `condition` gives something other than false, null or undefined, and returns it; null
 * when the time is over.
 * @template T
 * @param {() => Promise<T> | T} condition
 * @param {{ withinMs: number, everyMs?: number }} times
 */
export async function waitFor(condition, { withinMs, everyMs = 50 }) {
  const until = performance.now() + withinMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > until) return null;
    await pause(everyMs);
  }
}

/**
 * Sends a process (or, with a negative id, a group) a signal; silent when it is gone already.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

/**
 * Ends a process: asks with `signal`, and kills it when it does not go in time.
 * @param {number} pid
 * @param {{ signal?: NodeJS.Signals, withinMs?: number }} [options]
 */
export async function endProcess(pid, { signal = 'SIGTERM', withinMs = 10_000 } = {}) {
  signalTo(pid, signal);
  if (await waitFor(() => !isAlive(pid), { withinMs })) return;
  signalTo(pid, 'SIGKILL');
  await waitFor(() => !isAlive(pid), { withinMs: 5_000 });
}
