import { afterEach, expect, test, vi } from 'vitest';
import { logRequestError } from './request-error';

afterEach(() => vi.restoreAllMocks());

test('the line of a failed page holds its request id and the digest its reader sees', () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);

  logRequestError(Object.assign(new Error('No such table'), { digest: '42' }), {
    headers: { 'x-request-id': 'request-1', cookie: 'slipway.session=secret' },
  });

  const line = String(written.mock.calls[0]?.[0]);
  expect(JSON.parse(line)).toMatchObject({ event: 'bug', requestId: 'request-1', digest: '42' });
  expect(line).toContain('No such table');
  expect(line).not.toContain('secret');
});
