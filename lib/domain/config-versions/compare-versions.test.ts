import { describe, expect, test } from 'vitest';
import { compareVersions } from './compare-versions';

const toml = (text: string) => [{ path: 'requirements.toml', text }];
const helpOf = (path: string, key: string) =>
  path === 'requirements.toml' && key === 'otel.exporter' ? 'Where clients send their logs.' : null;
const wordsOf = (before: string, after: string) =>
  compareVersions(toml(before), toml(after), helpOf)[0]?.words ?? [];

describe('what a change means', () => {
  test.each([
    ['a = ["live", "cached"]', 'a = ["cached"]', 'Now forbids web search live.'],
    ['a = ["cached"]', 'a = ["cached", "live"]', 'Now allows web search live.'],
    ['', 'a = ["cached"]', 'Now limits web search to cached.'],
    ['', 'a = []', 'Now limits web search to nothing.'],
    ['a = ["cached"]', '', 'No longer limits web search.'],
    ['a = ["live", "cached"]', 'a = ["cached", "live"]', 'Falls back to another web search: cached.'],
  ])('%s → %s', (before, after, words) => {
    const [was, is] = [before, after].map((text) => text.replace('a =', 'allowed_web_search_modes ='));

    expect(wordsOf(was ?? '', is ?? '')).toEqual([words]);
  });

  test('MCP servers come, go, and are recognised otherwise', () => {
    const docs = '[mcp_servers.docs]\nidentity = { url = "https://a.example/" }\n';
    const other = '[mcp_servers.docs]\nidentity = { command = "docs-server" }\n';

    expect(wordsOf('', docs)).toEqual(['Now allows the MCP server docs.']);
    expect(wordsOf(docs, other)).toEqual(['The MCP server docs is recognised otherwise than before.']);
    expect(wordsOf(docs, '[mcp_servers]\n')).toEqual([
      'No longer allows the MCP server docs.',
      'Now allows no MCP server.',
    ]);
  });

  test('any other value is told by its key, with what it was and what the key does', () => {
    expect(
      wordsOf('[features]\nmemories = false', '[features]\nmemories = true\n[otel]\nexporter = "none"'),
    ).toEqual([
      'features.memories is now true, before false.',
      'otel.exporter is now “none”. Where clients send their logs.',
    ]);
    expect(wordsOf('[features]\nmemories = false', '')).toEqual(['features.memories is no longer set.']);
  });
});

describe('which lines differ', () => {
  test('each with its number and a few lines around it; the header says nothing', () => {
    const before = [
      '# requirements.toml, written by Slipway',
      '',
      'a = 1',
      'b = 2',
      'c = 3',
      'd = 4',
      '',
    ].join('\n');
    const after = [
      '# requirements.toml, written by Slipway',
      '# Workspace: Others (others)',
      '',
      'a = 1',
      'b = 2',
      'c = 5',
      'd = 4',
      '',
    ].join('\n');

    expect(compareVersions(toml(before), toml(after), helpOf)[0]?.parts).toEqual([
      [
        { kind: 'same', line: 1, text: 'a = 1' },
        { kind: 'same', line: 2, text: 'b = 2' },
        { kind: 'removed', line: 3, text: 'c = 3' },
        { kind: 'added', line: 3, text: 'c = 5' },
        { kind: 'same', line: 4, text: 'd = 4' },
      ],
    ]);
    expect(
      compareVersions(toml(before), toml(before.replace('\n', '\n# Workspace: Others (others)\n')), helpOf),
    ).toEqual([]);
  });

  test('files that come and go are told as such', () => {
    const [skill, rules] = [
      { path: 'skills/docs/SKILL.md', text: '---\n' },
      { path: 'rules/default.rules', text: '\n' },
    ];

    expect(compareVersions([rules], [skill], helpOf).map(({ path, kind }) => [path, kind])).toEqual([
      [skill.path, 'added'],
      [rules.path, 'removed'],
    ]);
  });
});
