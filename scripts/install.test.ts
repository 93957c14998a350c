import { expect, test } from 'vitest';
import { outdatedPackages } from './install.mjs';

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

test('a package that is missing or has another version is outdated', () => {
  const wanted = lock({ a: { version: '1.0.0' }, b: { version: '2.0.0' }, c: { version: '1.0.0' } });
  const installed = lock({ a: { version: '1.0.0' }, b: { version: '1.0.0' } });

  expect(outdatedPackages(wanted, installed)).toEqual(['b', 'c']);
  expect(outdatedPackages(wanted, null)).toEqual(['a', 'b', 'c']);
});

test('an optional package may be absent, but not old', () => {
  const wanted = lock({ a: { version: '2.0.0', optional: true } });

  expect(outdatedPackages(wanted, lock({}))).toEqual([]);
  expect(outdatedPackages(wanted, lock({ a: { version: '1.0.0', optional: true } }))).toEqual(['a']);
});
