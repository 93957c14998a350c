import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTlsServer, type TlsServer } from '#test/tls-server';
import { fetchEgressList, type EgressListWays } from './egress-list';

const url = 'https://openai.example/ranges.json';
const file = '{"prefixes":[{"ipv4Prefix":"20.1.2.0/24"}]}';
const onTheInternet = '104.18.33.45';

let server: TlsServer;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = await startTlsServer('openai.example', (request, response) => answer(request, response));
});
afterAll(() => server.stop());
beforeEach(() => {
  answer = (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(file);
});

/** The test's own server in the place of the address that was checked. */
const ways = (more: EgressListWays = {}): EgressListWays => ({
  resolve: async () => [onTheInternet],
  reach: () => ({ host: '127.0.0.1', port: server.port }),
  ca: server.ca,
  ...more,
});
const outcome = async (more?: EgressListWays, address = url) => {
  const fetched = await fetchEgressList(address, ways(more));
  return fetched.ok ? fetched.value : fetched.error.code;
};

describe('fetchEgressList', () => {
  test('gives the text of the file', async () => {
    expect(await outcome()).toBe(file);
  });

  test('sends nothing but what a GET needs', async () => {
    let sent: IncomingMessage | undefined;
    answer = (request, response) => {
      sent = request;
      response.writeHead(200, { 'content-type': 'application/json' }).end(file);
    };
    await outcome();

    expect([sent?.method, sent?.url]).toEqual(['GET', '/ranges.json']);
    expect(sent?.headers).toEqual({
      host: 'openai.example',
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'Slipway',
      connection: 'close',
    });
  });

  test('connects to the very address that was checked, and asks for it once', async () => {
    let asked = 0;
    const reached: { host: string; port: number }[] = [];
    const resolve = async () => (++asked === 1 ? [onTheInternet] : ['127.0.0.1']);
    const reach = (checked: { host: string; port: number }) => {
      reached.push(checked);
      return { host: '127.0.0.1', port: server.port };
    };

    expect(await outcome({ resolve, reach })).toBe(file);
    expect([asked, reached]).toEqual([1, [{ host: onTheInternet, port: 443 }]]);
  });

  test.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['100.64.0.1'],
    ['0.0.0.0'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['::ffff:7f00:1'],
    ['fe80::1'],
    ['fd00::1'],
  ])('a name that resolves to %s is not asked', async (address) => {
    const before = server.connections();

    expect(await outcome({ resolve: async () => [address] })).toBe('address_refused');
    expect(await outcome({ resolve: async () => [onTheInternet, address] })).toBe('address_refused');
    expect(server.connections()).toBe(before);
  });

  test('a name without an address, or that cannot be resolved, is told as such', async () => {
    const failing = () => Promise.reject(new Error('ENOTFOUND'));

    expect(await outcome({ resolve: async () => [] })).toBe('name_not_found');
    expect(await outcome({ resolve: failing })).toBe('name_not_found');
  });

  test('http is not asked', async () => {
    const before = server.connections();

    expect(await outcome({}, 'http://openai.example/ranges.json')).toBe('not_https');
    expect(server.connections()).toBe(before);
  });

  test('a certificate that nobody vouches for, or for another name, ends the connection', async () => {
    const fetched = await fetchEgressList(url, {
      resolve: async () => [onTheInternet],
      reach: () => ({ host: '127.0.0.1', port: server.port }),
    });

    expect(fetched).toMatchObject({ ok: false, error: { code: 'connection_failed' } });
    expect(await outcome({}, 'https://other.example/ranges.json')).toBe('connection_failed');
  });

  test.each([301, 302, 307, 308])('a redirect (%d) is not followed', async (status) => {
    let requests = 0;
    answer = (_, response) => {
      requests += 1;
      response.writeHead(status, { location: 'https://openai.example/other.json' }).end();
    };

    expect(await outcome()).toBe('redirected');
    expect(requests).toBe(1);
  });

  test.each([204, 404, 500])('status %d is no file', async (status) => {
    answer = (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end();

    expect(await outcome()).toBe('wrong_status');
  });

  test.each([
    ['a web page', { 'content-type': 'text/html' }],
    ['no type at all', {}],
    ['packed bytes', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('%s is no JSON', async (_, headers: Record<string, string>) => {
    answer = (_request, response) => response.writeHead(200, headers).end(file);

    expect(await outcome()).toBe('not_json');
  });

  test('bytes that are no UTF-8 are no JSON', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x7b, 0xff, 0x7d]));

    expect(await outcome()).toBe('not_json');
  });

  test('an empty answer is empty text, for the rule to refuse', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end();

    expect(await outcome()).toBe('');
  });

  test('reading stops at 1 MB, whatever was announced', async () => {
    let sent = 0;
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = Buffer.alloc(64 * 1024, 0x20);
      const send = () => {
        if (response.destroyed || sent > 64) return;
        sent += 1;
        response.write(piece, send);
      };
      send();
    };

    expect(await outcome()).toBe('file_too_large');
    expect(sent).toBeLessThan(64);
  });

  test('a file of exactly 1 MB is read', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(file.padEnd(1_000_000));

    expect(await outcome()).toHaveLength(1_000_000);
  });

  test.each<[string, () => void]>([
    ['never answers', () => (answer = () => undefined)],
    [
      'answers in drops',
      () =>
        (answer = (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          const drip = setInterval(() => response.write(' '), 20);
          response.on('close', () => clearInterval(drip));
        }),
    ],
  ])('a server that %s is given up in time', async (_, arrange) => {
    arrange();
    const start = performance.now();

    expect(await outcome({ timeoutMs: 300 })).toBe('too_slow');
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('a name that takes too long to resolve is given up in time', async () => {
    expect(await outcome({ resolve: () => new Promise(() => undefined), timeoutMs: 100 })).toBe('too_slow');
  });

  test('a connection that breaks in the middle gives nothing', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write(file, () => response.destroy());
    };

    expect(await outcome()).toBe('connection_failed');
  });
});
