import { expect, test } from 'vitest';
import { problem } from './problem';

test.each([
  ['invalid_json', 400],
  ['invalid_input', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['wrong_origin', 403],
  ['not_found', 404],
  ['conflict', 409],
  ['version_mismatch', 412],
  ['too_large', 413],
  ['unsupported_media_type', 415],
  ['too_many_attempts', 429],
  ['internal', 500],
  ['busy', 503],
  ['unavailable', 503],
  ['prerequisite_missing', 422],
  ['a_refusal_of_the_domain_nobody_listed', 422],
])('%s answers %i as a problem with its code', async (code, status) => {
  const response = problem({ code, message: 'One sentence.' }, 'request-1');

  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'One sentence.',
    status,
    code,
    requestId: 'request-1',
  });
});

test('the data that helps stands beside the code', async () => {
  const response = problem(
    {
      code: 'prerequisite_missing',
      message: 'First turn on what it needs.',
      ...{ missing: ['codex.cloud'] },
    },
    '',
  );

  expect(await response.json()).toMatchObject({ missing: ['codex.cloud'] });
});

test('who is not known is told how to sign in, and who comes too early when to come back', () => {
  const ask = (code: string) => problem({ code, message: '' }, '').headers;

  expect(ask('unauthenticated').get('www-authenticate')).toBe('Bearer realm="Slipway"');
  expect(ask('unavailable').get('retry-after')).toBe('5');
  expect(ask('conflict').get('retry-after')).toBeNull();
});
