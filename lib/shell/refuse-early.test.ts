import { describe, expect, test } from 'vitest';
import { refusedEarly } from './refuse-early';

const asked = (headers: Record<string, string>, method = 'POST', path = '/acme') =>
  refusedEarly({ method, path, headers: new Headers(headers), siteUrl: 'https://desk.example' });

describe('refusedEarly', () => {
  test.each([
    ['our own host', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['the address people open', { host: 'localhost:3000', origin: 'https://desk.example' }],
    ['a browser that names no origin', { host: 'localhost:3000' }],
  ])('a form from %s is read', (_from, headers) => {
    expect(asked(headers)).toBeNull();
  });

  test.each(['https://evil.example', 'null', 'nonsense'])('a form from %s is refused', (origin) => {
    expect(asked({ host: 'localhost:3000', origin })).toBe(403);
  });

  test('a form of more than 4 MiB is refused by its length', () => {
    expect(asked({ 'content-length': '20000000' })).toBe(413);
    expect(asked({ 'content-length': '4194304' })).toBeNull();
  });

  test('what is no form, or goes to the API, is not its business', () => {
    expect(asked({ origin: 'https://evil.example' }, 'GET')).toBeNull();
    expect(asked({ 'content-length': '20000000' }, 'POST', '/api/v1/x')).toBeNull();
  });
});
