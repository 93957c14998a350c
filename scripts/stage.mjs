// One line per stage, with its seconds.
import { unlessEnding } from './lifetime.mjs';

const begin = performance.now();

/** @param {number} since a `performance.now()` */
const secondsSince = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Prints one plain line.
 * @param {string} text
 */
export const say = (text) => console.log(text);

/** @param {unknown} result */
const textOf = (result) => (typeof result === 'string' ? result : '');

/**
 * Runs `work` as a named stage and prints how long it took, with a note; hands its result on.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => string} [note] what to print behind the time; a text result by itself
 * @returns {Promise<T>}
 */
export async function stage(name, work, note = textOf) {
  const since = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`${name} …\r`);
  const result = await work();
  say(`${name.padEnd(12)}${secondsSince(since).padStart(7)} s  ${note(result)}`.trimEnd());
  return result;
}

/**
 * Runs `work` as a named stage whose failure is printed and not thrown; gives whether it succeeded.
 * @param {string} name
 * @param {() => Promise<string> | string} work
 */
export async function succeeds(name, work) {
  try {
    await stage(name, work);
    return true;
  } catch (error) {
    await unlessEnding();
    say(`${name.padEnd(12)} FAILED. ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** Seconds since the command started, as text. */
export const secondsSoFar = () => secondsSince(begin);
