import { expect, test } from 'vitest';
import { connect, refuseOldPostgres } from './sql.mjs';

const server = (version: string) => {
  const answer = { rows: [{ major: Number.parseInt(version, 10), version }] };
  // safe because only the server's version is asked for
  return { query: () => Promise.resolve(answer) } as unknown as Parameters<typeof refuseOldPostgres>[0];
};

test('a server older than PostgreSQL 15 is refused by its version', async () => {
  await expect(refuseOldPostgres(server('14.9'))).rejects.toThrow(
    'is PostgreSQL 14.9. Slipway needs PostgreSQL 15 or later.',
  );
  await expect(refuseOldPostgres(server('15.0'))).resolves.toBeUndefined();
});

test('a server that cannot be reached is named, and the password is not', async () => {
  const attempt = connect('postgresql://someone:secret@localhost:1/slipway');

  await expect(attempt).rejects.toThrow(
    'No connection to localhost:1/slipway as someone: connect ECONNREFUSED',
  );
  await expect(attempt).rejects.not.toThrow('secret');
});
