import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressHeader, callerAddress } from './caller-address';
import { decodable } from './decodable';
import { env } from './env';
import { log } from './log';

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** The header that carries the request's id, in this process and in the answer. */
export const requestIdHeader = 'x-request-id';

const started = new WeakMap<IncomingMessage, number>();
const isStatic = (path: string) => path.startsWith('/_next/static/');
const first = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(',') : (value ?? '');

/**
 * Gives every request its id and its caller's address before any of our code sees it, and writes one line
 * when it is answered. Files of the build are not logged. The path is logged without its query string.
 */
export function startRequestLog(): void {
  const trustedProxies = env().SLIPWAY_TRUSTED_PROXIES;
  subscribe('http.server.request.start', (message) => {
    // safe because this is what Node publishes on this channel
    const { request } = message as Exchange;
    const { headers, socket } = request;
    request.url = decodable(request.url ?? '/');
    started.set(request, performance.now());
    headers[requestIdHeader] = randomUUID();
    headers[addressHeader] = callerAddress(
      socket.remoteAddress ?? '',
      first(headers['x-forwarded-for']),
      trustedProxies,
    );
  });
  subscribe('http.server.response.finish', (message) => {
    // safe because this is what Node publishes on this channel
    const { request, response } = message as Exchange;
    const [path = ''] = (request.url ?? '').split('?');
    const since = started.get(request);
    if (isStatic(path) || since === undefined) return;
    log('request', {
      requestId: first(request.headers[requestIdHeader]),
      method: request.method ?? '',
      path: withoutSecrets(path),
      status: response.statusCode,
      ms: Math.round(performance.now() - since),
    });
  });
}

// A one-time link has its secret in the path; what follows the last slash there is not for a log.
const withoutSecrets = (path: string) => path.replace(/^\/(setup|recover|invite)\/.+$/, '/$1/…');
