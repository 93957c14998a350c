import { expect, test } from 'vitest';
import { pathsIn } from './document-paths.mjs';

const inRoot = (name: string) => ['lib', 'docs'].includes(name);

test('a word in backticks that names a file or folder of the project is a path', () => {
  const text = 'See `lib/domain`, `./docs/a.md` and `gone/away.ts`.';

  expect(pathsIn(text, inRoot)).toEqual(['lib/domain', './docs/a.md', 'gone/away.ts']);
});

test.each([
  '/api/v1/x.json',
  '#lib/data/db',
  '@prisma/client',
  'application/toml',
  'lib/*.ts',
  '.data/dumps/a.sql',
])('%s is none', (word) => {
  expect(pathsIn(`\`${word}\``, inRoot)).toEqual([]);
});
