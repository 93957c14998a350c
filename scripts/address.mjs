// Where the application listens, and the address people use for it.
import { isFree, nextFreePort } from './ports.mjs';

const defaultPort = 3000;

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`PORT must be a number from 1 to 65535, and is "${text}".`);
}

/** @param {string} text */
function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  throw new Error(`SLIPWAY_URL must be an address such as https://slipway.example.com, and is "${text}".`);
}

/**
 * Host, port and public address, from HOST, PORT and SLIPWAY_URL.
 *
 * A port that was asked for and is taken is an error. Without one it is 3000, or the next free one;
 * then `moved` is true.
 * @param {Record<string, string | undefined>} env
 */
export async function chooseAddress({ HOST, PORT, SLIPWAY_URL }) {
  const host = HOST || '127.0.0.1';
  const url = SLIPWAY_URL ? originOf(SLIPWAY_URL) : null;
  const port = PORT ? portOf(PORT) : await nextFreePort(defaultPort, host);
  if (PORT && !(await isFree(port, host))) throw new Error(`Port ${port} on ${host} is taken.`);
  return { host, port, url: url ?? `http://localhost:${port}`, moved: !PORT && port !== defaultPort };
}

/**
 * Where this machine itself reaches a host that is listened on.
 * @param {string} host
 */
export const reachable = (host) => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};
