// Free and taken TCP ports.
import net from 'node:net';
import { hasCode } from './process.mjs';

/**
 * Tries to listen; gives the port, or null when it is taken.
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number | null>}
 */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (hasCode(error, 'EADDRINUSE') ? resolve(null) : reject(error)));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });

/**
 * A port that nobody uses.
 * @param {string} [host]
 */
export async function freePort(host = '127.0.0.1') {
  const port = await tryPort(0, host);
  if (!port) throw new Error(`No free port on ${host}.`);
  return port;
}

/**
 * Whether nobody listens on the port, neither on this host nor, for a loopback address, on all.
 * @param {number} port
 * @param {string} [host]
 */
export async function isFree(port, host = '127.0.0.1') {
  if ((await tryPort(port, host)) === null) return false;
  return !(await answers(port, host));
}

/**
 * The first free port from `first` on.
 * @param {number} first
 * @param {string} [host]
 */
export async function nextFreePort(first, host) {
  for (let port = first; port < first + 100; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}

/**
 * Whether somebody accepts connections there.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export const answers = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host: host === '0.0.0.0' ? '127.0.0.1' : host });
    const done = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(1000, () => done(false));
  });
