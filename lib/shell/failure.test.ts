import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, test, vi } from 'vitest';
import { Busy } from '#lib/domain/errors';
import { PrismaClient } from '#prisma-client';
import { failureOf } from './failure';

const quietly = <T>(work: () => T): T => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    return work();
  } finally {
    write.mockRestore();
  }
};
const codeOf = (thrown: unknown) => quietly(() => failureOf(thrown)).code;

describe('failureOf', () => {
  test('a database nobody listens for is an outage, and nothing of its address is told', async () => {
    const adapter = new PrismaPg({ connectionString: 'postgresql://slipway:secret@127.0.0.1:1/slipway' });
    const thrown: unknown = await new PrismaClient({ adapter }).workspace
      .count()
      .catch((error: unknown) => error);

    const failure = quietly(() => failureOf(thrown));

    expect(failure).toEqual({
      code: 'unavailable',
      message: 'The database cannot be reached. Nothing was saved; what you typed is still here.',
    });
  });

  test.each([
    ['a server that shuts down', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['a reset connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    [
      'a cause deeper down',
      new Error('query failed', { cause: new Error('Connection terminated unexpectedly') }),
    ],
  ])('%s is an outage', (_, thrown) => {
    expect(codeOf(thrown)).toBe('unavailable');
  });

  test('a turn that did not come is busy', () => {
    expect(codeOf(new Busy('Another change is still being saved.'))).toBe('busy');
  });

  test('a transaction that ran out of time is busy and says so, whatever its text mentions', () => {
    const thrown = Object.assign(
      new Error('Transaction API error: A query cannot be executed on an expired transaction: ETIMEDOUT.'),
      { code: 'P2028' },
    );

    expect(quietly(() => failureOf(thrown))).toEqual({
      code: 'busy',
      message: 'It took too long, so nothing was saved. Try again, or do less at once.',
    });
  });

  test('a bug is thrown on', () => {
    const bug = new TypeError('x is not a function');

    expect(() => failureOf(bug)).toThrow(bug);
  });

  test('a broken rule of the database is a bug, not an outage', () => {
    const thrown = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: 'P2002',
    });

    expect(() => failureOf(thrown)).toThrow(thrown);
  });
});
