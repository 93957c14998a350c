// The load, in a process of its own: keeps `connections` connections busy for `seconds` and writes what it
// saw to stdout as JSON. The order comes on stdin, because it holds a session cookie.
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { quantile } from './statistics.mjs';

/**
 * @typedef {{ url: string, connections: number, seconds: number, headers: Record<string, string> }} Order
 * @typedef {{ requests: number, perSecond: number, p50: number, p99: number, errors: Record<string, number> }} Load
 *   Times in milliseconds; errors by what went wrong.
 */

const patienceMs = 30_000;

/**
 * One request, answered whole. Resolves to the status, or to the error's code.
 * @param {Order} order
 * @param {http.Agent} agent
 * @returns {Promise<string>}
 */
const request = ({ url, headers }, agent) =>
  new Promise((resolve) => {
    const fail = (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message);
    const sent = http.get(url, { agent, headers, timeout: patienceMs }, (response) => {
      response.on('error', fail);
      response.on('end', () => resolve(String(response.statusCode)));
      response.resume();
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', fail);
  });

/** @param {Order} order @returns {Promise<Load>} */
async function run(order) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.connections });
  /** @type {number[]} */
  const latencies = [];
  /** @type {Record<string, number>} */
  const errors = {};
  const begin = performance.now();
  const until = begin + order.seconds * 1000;
  const connection = async () => {
    for (let since = begin; since < until; since = performance.now()) {
      const sentAt = performance.now();
      const outcome = await request(order, agent);
      if (outcome === '200') latencies.push(performance.now() - sentAt);
      else errors[outcome] = (errors[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: order.connections }, connection));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    errors,
  };
}

// safe because run.mjs alone starts this program
const order = /** @type {Order} */ (await json(process.stdin));
process.stdout.write(JSON.stringify(await run(order)));
