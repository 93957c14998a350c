import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { authOptions, readSessionSecret } from './auth';
import { env } from './env';

const cookie = (token: Record<string, unknown>, secret = env().AUTH_SECRET, maxAge = 3600) =>
  encode({ token, secret, maxAge });

describe('the session cookie', () => {
  test('carries the secret of a session row', async () => {
    expect(await readSessionSecret(await cookie({ sub: 'account', secret: 'of-the-row' }))).toBe(
      'of-the-row',
    );
  });

  test('is worth nothing when it is missing, forged, over, or another token of ours', async () => {
    const worthless = [
      undefined,
      '',
      'made-up',
      await cookie({ secret: 'of-the-row' }, 'y'.repeat(32)),
      await cookie({ secret: 'of-the-row' }, env().AUTH_SECRET, -60),
      await cookie({ sub: 'account' }),
    ];

    for (const value of worthless) expect(await readSessionSecret(value)).toBeNull();
  });

  test('is for the server alone and lives for thirty days', () => {
    const { cookies, session } = authOptions();

    expect(cookies?.sessionToken).toEqual({
      name: 'slipway.session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
    });
    expect(session?.maxAge).toBe(30 * 24 * 3600);
  });
});
