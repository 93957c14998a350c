import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

async function read() {
  vi.resetModules();
  const { env, isHttps } = await import('./env');
  return { ...env(), isHttps: isHttps() };
}

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://slipway@localhost/slipway');
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
  vi.stubEnv('SLIPWAY_URL', 'http://localhost:3000');
});
afterEach(() => void vi.unstubAllEnvs());

describe('the environment', () => {
  test('stops the start with the name of what is missing', async () => {
    vi.stubEnv('DATABASE_URL', '');

    await expect(read()).rejects.toThrow('DATABASE_URL');
  });

  test('names what is wrong without repeating it', async () => {
    vi.stubEnv('AUTH_SECRET', 'short-secret');

    const failure = await read().catch((thrown: unknown) => String(thrown));

    expect(failure).toContain('AUTH_SECRET: Use at least 32 characters.');
    expect(failure).not.toContain('short-secret');
  });

  test('takes no other address than http or https', async () => {
    vi.stubEnv('SLIPWAY_URL', 'ftp://acme.example');

    await expect(read()).rejects.toThrow('SLIPWAY_URL');
  });

  test('lists trusted proxies, and knows https', async () => {
    vi.stubEnv('SLIPWAY_TRUSTED_PROXIES', '10.0.0.0/8, 127.0.0.1,');
    vi.stubEnv('SLIPWAY_URL', 'https://slipway.acme.example');

    expect(await read()).toMatchObject({
      SLIPWAY_TRUSTED_PROXIES: ['10.0.0.0/8', '127.0.0.1'],
      isHttps: true,
    });
  });
});
