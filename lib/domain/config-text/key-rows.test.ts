import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { treesOf } from '#lib/domain/config-check/key-trees';
import { readToml } from '#lib/domain/config-check/read-toml';
import { fitsKind, foundKeys, keyRows, knownKey, valueKind } from './key-rows';

const root = treesOf(keyCatalogue).requirements;
const rowsOf = (text: string) => {
  const read = readToml(text);
  if (!read.ok) throw new Error(read.error.message);
  return keyRows(read.value.document, root);
};

describe('the keys of a file', () => {
  test('stand in the order of the text, each with its value and what is known of it', () => {
    const rows = rowsOf(
      '[mcp_servers."my docs".identity]\nurl = "https://a.example/"\n[otel]\nexporter = "none"\nodd = 1\n',
    );
    expect(rows.map(({ dotted, toml, known }) => [dotted, toml, known?.path ?? null])).toEqual([
      ['mcp_servers."my docs".identity.url', '"https://a.example/"', 'mcp_servers.*.identity.url'],
      ['otel.exporter', '"none"', 'otel.exporter'],
      ['otel.odd', '1', null],
    ]);
  });
  test('are empty tables and lists of tables too, each as one value', () => {
    expect(
      rowsOf('[mcp_servers]\n[[remote_sandbox_config]]\nhostname_patterns = ["a"]\n').map(
        ({ dotted, toml }) => [dotted, toml],
      ),
    ).toEqual([
      ['mcp_servers', '{  }'],
      ['remote_sandbox_config', '[{ hostname_patterns = ["a"] }]'],
    ]);
  });
});

test('a key is found by words of its name or of what it does, the ones at the top first', () => {
  const found = foundKeys(keyCatalogue.keys, 'requirements', 'login shell');
  expect(found[0]?.path).toBe('allow_login_shell');
  expect(found.every(({ form, path }) => form === 'requirements' && !path.includes('[]'))).toBe(true);
});

test.each([
  ['allow_login_shell', 'flag'],
  ['allowed_sandbox_modes', 'choices'],
  ['allowed_approval_policies', 'toml'],
  ['enforce_residency', 'choice'],
  ['log_dir', 'toml'],
])('%s is typed as %s', (path, kind) => {
  const known = knownKey(root, [path]);
  expect(known && valueKind(known)).toBe(kind);
});

test('a value that a field could not give back is typed as TOML', () => {
  const words = ['read-only', 'workspace-write'];
  expect(fitsKind('choices', ['read-only'], words)).toBe(true);
  expect(fitsKind('choices', ['read-only', 'workspace-wrte'], words)).toBe(false);
  expect(fitsKind('choice', 'bogus', words)).toBe(false);
  expect(fitsKind('choice', ['read-only'], words)).toBe(false);
  expect(fitsKind('flag', 'true', words)).toBe(false);
  expect(fitsKind('flag', undefined, words)).toBe(true);
});
