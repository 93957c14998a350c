import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseAddress, reachable } from './address.mjs';
import { freePort, isFree, nextFreePort } from './ports.mjs';

const servers: net.Server[] = [];

async function take(port = 0): Promise<number> {
  const server = net.createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('No address.');
  return address.port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('ports', () => {
  test('a port somebody listens on is not free, and the next free one is found', async () => {
    const port = await take();

    expect(await isFree(port)).toBe(false);
    expect(await nextFreePort(port)).toBeGreaterThan(port);
  });

  test('a free port can be listened on', async () => {
    const port = await freePort();

    expect(await take(port)).toBe(port);
  });
});

describe('chooseAddress', () => {
  test('a port that was asked for and is taken is an error', async () => {
    const port = await take();

    await expect(chooseAddress({ PORT: String(port) })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken.`,
    );
  });

  test('a port that was asked for is used, and links are to localhost', async () => {
    const port = await freePort();

    expect(await chooseAddress({ PORT: String(port) })).toEqual({
      host: '127.0.0.1',
      port,
      url: `http://localhost:${port}`,
      moved: false,
    });
  });

  test('links are to SLIPWAY_URL where it is given', async () => {
    const { url } = await chooseAddress({ SLIPWAY_URL: 'https://slipway.example.com/' });

    expect(url).toBe('https://slipway.example.com');
  });

  test.each([
    { PORT: 'abc' },
    { PORT: '0' },
    { PORT: '70000' },
    { SLIPWAY_URL: 'slipway.example.com' },
    { SLIPWAY_URL: 'ftp://slipway.example.com' },
    { SLIPWAY_URL: 'https://example.com/slipway' },
  ])('%o is refused', async (env) => {
    await expect(chooseAddress(env)).rejects.toThrow(Object.keys(env)[0]);
  });
});

test.each([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['::1', '[::1]'],
  ['10.0.0.7', '10.0.0.7'],
])('a server that listens on %s is reached at %s', (host, address) => {
  expect(reachable(host)).toBe(address);
});
