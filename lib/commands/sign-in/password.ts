import 'server-only';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyBytes = 32;
const saltBytes = 16;
const maxMemory = 64 * 1024 * 1024;

function derive(
  password: string,
  salt: Buffer,
  options: { N: number; r: number; p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...options, maxmem: maxMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/**
 * The stored form of a password, `scrypt$N$r$p$salt$key`.
 *
 * The costs are OWASP's for scrypt with 32 MiB, about 0.1 s of one core (docs/decisions/0006).
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether `password` is the one behind `stored`. Without a stored hash the same work is done for nothing, so
 * that the time taken does not tell whether an account exists.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (stored ?? '').split('$');
  if (!N || !r || !p || !salt || !key) {
    await derive(password, Buffer.alloc(saltBytes), cost);
    return false;
  }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: +N, r: +r, p: +p });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}
