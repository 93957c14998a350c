import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { checkConfig } from './check-config';

const look = (file: ConfigFileName, text: string, companions: Partial<Record<ConfigFileName, string>> = {}) =>
  checkConfig({ file, text, oldestClient: '0.169.0', companions }, keyCatalogue);

describe('nothing throws', () => {
  const pieces = fc.constantFrom(
    ...['[', ']', '[[', ']]', '{', '}', '=', '"', "'", '"""', '\n', '\r', '.', ',', '#', '\0', '\ufeff', ' '],
    ...['a', 'features', 'rules', 'prefix_rules', 'hooks', 'mcp_servers', 'identity', 'otel', '__proto__'],
    ...['constructor', 'toString', '1', 'true', '1979-05-27', '0x_', '9999999999999999999', '\ud800'],
  );
  const files = fc.constantFrom<ConfigFileName>('requirements.toml', 'managed_config.toml', 'config.toml');

  test('whatever the text', () => {
    const property = fc.property(files, fc.array(pieces, { maxLength: 30 }), (file, parts) => {
      const text = parts.join('');
      const findings = look(file, text, { 'requirements.toml': text });
      const lines = text.split('\n').length;
      return findings.every(({ line, column }) => line >= 1 && line <= lines && column >= 1);
    });

    fc.assert(property, { numRuns: process.env.SLIPWAY_TEST_FULL === '1' ? 20_000 : 500, seed: 169 });
  });

  test.each([
    ['1 MB of keys', Array.from({ length: 50_000 }, (_, at) => `key_${at} = ${at}`).join('\n')],
    ['300,000 brackets', `a = ${'['.repeat(300_000)}`],
    ['100,000 dots', `a${'.a'.repeat(100_000)} = 1`],
    ['100,000 braces', 'a = {'.repeat(100_000)],
    ['one text of 1 MB', `a = "${'x'.repeat(1_000_000)}"`],
    ['NUL bytes', '\0'.repeat(1000)],
  ])('%s', (_, text) => {
    expect(look('requirements.toml', text).length).toBeGreaterThan(0);
  });
});
