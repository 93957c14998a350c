// One line per stage, with its seconds.
const begin = performance.now();

/** @param {number} since a `performance.now()` */
const secondsSince = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Prints one plain line.
 * @param {string} text
 */
export const say = (text) => console.log(text);

/**
 * Runs `work` as a named stage and prints how long it took.
 *
 * What `work` returns is handed on; a returned string is printed behind the name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function stage(name, work) {
  const since = performance.now();
  const result = await work();
  const note = typeof result === 'string' && result ? `  ${result}` : '';
  say(`${name.padEnd(24)}${secondsSince(since).padStart(7)} s${note}`);
  return result;
}

/** Seconds since the command started, as text. */
export const secondsSoFar = () => secondsSince(begin);
