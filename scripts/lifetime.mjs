// The life of one command: what it started ends with it, whichever way it ends.
import { spawn } from 'node:child_process';
import { commandLine, parentOf, pause, signalTo } from './process.mjs';
import { root } from './project.mjs';

/** @typedef {() => Promise<void> | void} Ending */

/** @type {Ending[]} */
const endings = [];
/** @type {Promise<never> | null} */
let ending = null;

/**
 * Registers what must happen when the command ends. The last registered runs first.
 * @param {Ending} work
 * @returns {() => void} takes it back
 */
export function atEnd(work) {
  endings.push(work);
  return () => {
    const index = endings.indexOf(work);
    if (index >= 0) endings.splice(index, 1);
  };
}

/**
 * Ends the command: runs all endings once, then exits.
 * @param {number} code
 * @param {string} [why] said on the way out, where the command itself did not decide to end
 * @returns {Promise<never>}
 */
export function end(code, why) {
  ending ??= (async () => {
    if (why) console.error(`Ending: ${why}.`);
    for (let work = endings.pop(); work; work = endings.pop()) {
      try {
        await work();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
    process.exit(code);
  })();
  return ending;
}

/** Waits for the end when the command is on its way out: what fails then is no news. */
export const unlessEnding = async () => {
  if (ending) await ending;
};

/**
 * npm hands a signal to its shell, not to us; but when npm goes, our line of parents changes. Where a shell
 * stands between us and npm, npm is the parent's parent; else that is the shell of whoever called npm, which
 * may well end before us.
 */
function watchParents() {
  const isShell = /^(\S*\/)?(sh|dash|ash|bash|ksh|zsh) -c /.test(commandLine(process.ppid) ?? '');
  const line = () => [process.ppid, isShell ? parentOf(process.ppid) : null].join();
  const atStart = line();
  setInterval(() => {
    if (line() !== atStart) void end(0, 'npm has ended');
  }, 250).unref();
}

/**
 * Runs a command's `main` to its end: a signal, a vanished npm or an error end everything it started.
 * @param {() => Promise<number>} main gives the exit code
 * @param {{ codeWhenStopped?: number }} [options] exit code after a signal
 */
export async function runCommand(main, { codeWhenStopped = 130 } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void end(codeWhenStopped, signal));
  }
  if (process.env.npm_lifecycle_event) watchParents();
  try {
    await end(await main());
  } catch (error) {
    await unlessEnding();
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to this process's environment
 * @property {import('node:child_process').StdioOptions} [stdio]
 * @property {string} [cwd]
 * @property {{ uid?: number, gid?: number }} [as] another user to run as
 */

/**
 * Starts a program in its own process group, which ends with this command.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function startProgram(program, args, { env = {}, stdio = 'inherit', cwd = root, as = {} } = {}) {
  const child = spawn(program, args, {
    ...as,
    cwd,
    stdio,
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
  });
  const group = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid) signalTo(process.platform === 'win32' ? child.pid : -child.pid, signal);
  };
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  const stop = async (withinMs = 8_000) => {
    group('SIGTERM');
    const gone = await Promise.race([exited.then(() => true), pause(withinMs).then(() => false)]);
    if (!gone) console.error(`${program} did not end in time and was killed.`);
    group('SIGKILL');
  };
  const takeBack = atEnd(() => stop());
  const clear = () => {
    group('SIGKILL');
    takeBack();
  };
  exited.then(clear, clear);
  return { pid: child.pid, child, exited, stop };
}

/**
 * Runs a program to its end and gives its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runProgram = (program, args, options) => startProgram(program, args, options).exited;

/**
 * Runs a program quietly; on failure its output is printed and an error thrown.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions & { what: string }} options
 */
export async function runQuietly(program, args, { what, ...options }) {
  const { child, exited } = startProgram(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await exited;
  if (code === 0) return output;
  console.error(output.trimEnd());
  throw new Error(`${what} failed (exit code ${code}).`);
}
