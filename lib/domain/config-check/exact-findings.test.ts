import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { checkConfig, type CheckedFile } from './check-config';

/** Findings as severity, id and place. */
const look = (file: ConfigFileName, text: string, more: Partial<CheckedFile> = {}) =>
  checkConfig({ file, text, oldestClient: '0.169.0', ...more }, keyCatalogue).map(
    ({ severity, id, line, column }) => `${severity} ${id} ${line}:${column}`,
  );
const requirements = (text: string) => look('requirements.toml', text);

describe('several faults of one key', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'two wrong entries of a list',
      'allowed_login_methods = ["x", "chatgpt", "x"]',
      ['error wrong_value 1:26', 'error wrong_value 1:42'],
    ],
    [
      'a list without what it needs, and wrong entries in it',
      'allowed_sandbox_modes = ["workspace-wite", 3]',
      ['error read_only_missing 1:1', 'error wrong_value 1:26', 'error wrong_value 1:44'],
    ],
    [
      'a wrong entry beside one that is wrong inside',
      'allowed_approval_policies = ["on-request", { granular = 1 }, "x"]',
      ['error wrong_value 1:57', 'error wrong_value 1:62'],
    ],
    [
      'two wrong values of a table of one’s own names',
      'allowed_permission_profiles = { ":workspace" = true, ":read-only" = true, ":x" = 1, ":y" = "no" }',
      ['error wrong_value 1:82', 'error wrong_value 1:92'],
    ],
    [
      'an unknown feature with a wrong value',
      '[features]\nmemries = "x"',
      ['error unknown_feature 2:1', 'error wrong_value 2:11'],
    ],
    [
      'a key that is gone with a wrong value',
      '[windows]\nsandbox_private_desktop = "x"',
      ['error key_retired 2:1', 'error wrong_value 2:27'],
    ],
  ])('%s are all told', (_, text, expected) => {
    expect(requirements(text)).toEqual(expected);
  });
  test('a value that requirements forbid and no client knows is told as both', () => {
    const companions = { 'requirements.toml': 'allowed_web_search_modes = ["cached"]' };
    expect(look('config.toml', 'web_search = "y"', { companions })).toEqual([
      'error default_forbidden 1:14',
      'error wrong_value 1:14',
    ]);
  });
  test('a fault deep inside a value is told there alone', () => {
    const text =
      '[otel.exporter.otlp-http]\nendpoint = 7\nprotocol = "json"\n[mcp_servers.a.identity]\ncommand = { executable = 1, args = [] }';
    expect(requirements(text)).toEqual(['error wrong_value 2:12', 'error wrong_value 5:26']);
  });
});
