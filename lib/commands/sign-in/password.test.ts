import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password';

describe('password', () => {
  test('the same password has another stored form each time, and each verifies', async () => {
    const [one, two] = await Promise.all([hashPassword('grüße an alle'), hashPassword('grüße an alle')]);

    expect(one).not.toBe(two);
    expect(await verifyPassword('grüße an alle', one)).toBe(true);
    expect(await verifyPassword('grüße an alle', two)).toBe(true);
  });

  test('another password does not verify', async () => {
    expect(await verifyPassword('grüße an alle!', await hashPassword('grüße an alle'))).toBe(false);
  });

  test('one password typed with composed or decomposed letters is the same', async () => {
    expect(await verifyPassword('gru\u0308ße an alle', await hashPassword('gr\u00fcße an alle'))).toBe(true);
  });

  test('without a stored form nothing verifies', async () => {
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword('anything', 'scrypt$broken')).toBe(false);
  });
});
