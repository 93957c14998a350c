import { expect, test } from 'vitest';
import { workspaceSlug } from './slug';

test.each(['acme', 'acme-europe', '3m', 'a1', 'x'.repeat(40)])('%s may be a workspace address', (slug) => {
  expect(workspaceSlug.parse(slug)).toBe(slug);
});

test.each(['api', 'sign-in', 'sign-out', 'setup', 'recover', 'health', 'static', 'admin', 'assets'])(
  '%s is refused, because the product needs it',
  (slug) => {
    expect(workspaceSlug.safeParse(slug).success).toBe(false);
  },
);

test.each([
  '_next',
  'favicon.ico',
  '.well-known',
  '',
  'a',
  'Acme',
  'a_b',
  'a b',
  '-a',
  'a-',
  'a--b',
  'ä1',
  'a/b',
  'x'.repeat(41),
])('%j is refused, because it is not written like an address', (slug) => {
  expect(workspaceSlug.safeParse(slug).success).toBe(false);
});
