// Rounds of load: in each, every page at every number of connections, so that whatever else the machine
// does meets all of them alike.
import fs from 'node:fs';
import { text } from 'node:stream/consumers';
import { startProgram } from '#scripts/lifetime';
import { inRoot } from '#scripts/project';

/** @typedef {import('./apps.mjs').Page} Page */
/** @typedef {import('./load.mjs').Load & { page: string, connections: number, round: number, cpuMs: number | null }} Sample */

/** How many requests are under way at once. */
export const connectionCounts = [1, 16];

const warmUpSeconds = 3;
const ticksPerSecond = 100;

/** @param {Page} page */
export const headersOf = ({ cookie }) => ({
  accept: 'text/html',
  'accept-encoding': 'gzip',
  ...(cookie ? { cookie } : {}),
});

/**
 * Processor time the process has used so far, in milliseconds; null where the system does not tell.
 * @param {number | undefined} pid
 */
function cpuMsOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!fs.existsSync(file)) return null;
  const fields = fs.readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/**
 * Puts load on one page from another process.
 * @param {Page} page
 * @param {{ connections: number, seconds: number }} order
 */
async function load(page, order) {
  const before = cpuMsOf(page.pid);
  const { child, exited } = startProgram(process.execPath, [inRoot('bench', 'load.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!child.stdin || !child.stdout) throw new Error('The load has no pipes.');
  child.stdin.end(JSON.stringify({ url: page.url, headers: headersOf(page), ...order }));
  const output = await text(child.stdout);
  if ((await exited) !== 0) throw new Error('The load ended early.');
  const after = cpuMsOf(page.pid);
  /** @type {import('./load.mjs').Load} */
  const result = JSON.parse(output);
  const cpuMs = before === null || after === null ? null : (after - before) / Math.max(1, result.requests);
  return { ...result, cpuMs };
}

/**
 * Measures `rounds` rounds after a warm-up. The page to begin with moves on by one in each round.
 * @param {Page[]} pages
 * @param {{ rounds: number, seconds: number, tell: (line: string) => void }} options
 */
export async function measure(pages, { rounds, seconds, tell }) {
  for (const page of pages) await load(page, { connections: 16, seconds: Math.min(warmUpSeconds, seconds) });
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % pages.length;
    const order = [...pages.slice(turn), ...pages.slice(0, turn)];
    for (const connections of connectionCounts) {
      for (const page of order) {
        const result = await load(page, { connections, seconds });
        samples.push({ page: page.name, connections, round, ...result });
      }
    }
    tell(`round ${round + 1} of ${rounds}`);
  }
  return samples;
}
