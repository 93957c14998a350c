import { expect, test } from 'vitest';
import { decodable } from './decodable';

test.each(['/', '/acme', '/acme/%C3%A9', '/acme?to=%F0', '/a%20b?x=1?y=2', '*'])(
  '%s stays as it is',
  (address) => {
    expect(decodable(address)).toBe(address);
  },
);

test.each([
  ['/%F0', '/%25F0'],
  ['/%', '/%25'],
  ['/acme/%C3%A9/%F0%9F?to=%F0', '/acme/%25C3%25A9/%25F0%259F?to=%F0'],
])('%s is taken letter by letter', (address, letters) => {
  expect(decodable(address)).toBe(letters);
  expect(() => decodeURIComponent(letters.split('?')[0] ?? '')).not.toThrow();
});
