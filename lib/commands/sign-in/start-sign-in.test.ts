import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { visitor } from '#test/arrange';
import { startSignIn } from './start-sign-in';

const someone = () => `${randomUUID()}@acme.example`;
const somewhere = () => randomUUID();
const codeOf = (result: Awaited<ReturnType<typeof startSignIn>>) => (result.ok ? 'ok' : result.error.code);

describe('startSignIn', () => {
  test('the eleventh attempt within fifteen minutes is refused, however the address is spelt', async () => {
    const [email, address] = [someone(), somewhere()];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(codeOf(await startSignIn(visitor(), { email, address: somewhere() }))).toBe('ok');
    }

    const eleventh = await startSignIn(visitor(), { email: email.toUpperCase(), address });

    expect(codeOf(eleventh)).toBe('too_many_attempts');
  });

  test('attempts made at once all count', async () => {
    const [email, address] = [someone(), somewhere()];

    const results = await Promise.all(
      Array.from({ length: 20 }, () => startSignIn(visitor(), { email, address })),
    );

    expect(results.filter((result) => result.ok)).toHaveLength(10);
  });

  test('attempts older than fifteen minutes no longer count', async () => {
    const [email, address] = [someone(), somewhere()];
    for (let attempt = 0; attempt < 10; attempt += 1) await startSignIn(visitor(), { email, address });
    const later = new Date(Date.now() + 15 * 60_000 + 1000);

    expect(codeOf(await startSignIn(visitor(undefined, later), { email, address }))).toBe('ok');
  });

  test('a hundred attempts from one network address are enough, whatever account they ask for', async () => {
    const address = somewhere();
    await db.refusal.createMany({
      data: Array.from({ length: 100 }, () => ({
        kind: 'sign_in',
        subject: somewhere(),
        address,
        capability: '',
        at: new Date(),
      })),
    });

    expect(codeOf(await startSignIn(visitor(), { email: someone(), address }))).toBe('too_many_attempts');
    expect(codeOf(await startSignIn(visitor(), { email: someone(), address: somewhere() }))).toBe('ok');
  });

  test('the e-mail address itself is not kept', async () => {
    const [email, address] = [someone(), somewhere()];
    await startSignIn(visitor(), { email, address });

    const [row] = await db.refusal.findMany({ where: { address } });

    expect(row?.subject).toMatch(/^[0-9a-f]{64}$/);
  });

  test('something that is no e-mail address is refused beside its field', async () => {
    const result = await startSignIn(visitor(), { email: 'mara', address: somewhere() });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['email']);
  });
});
