import { describe, expect, test } from 'vitest';
import { compareReceipt } from './compare-receipt';
import { readReceipts } from './read-receipts';
import type { Receipt } from './receipt';

const sumOf = (letter: string) => letter.repeat(64);

const sound: Receipt = {
  receipt: 1,
  release: 3,
  content: sumOf('c'),
  os: 'linux',
  machine: sumOf('d'),
  client: '0.169.0',
  files: { 'requirements.toml': sumOf('a'), 'skills/it’s "quoted" $HOME/SKILL.md': null },
  enforced: { allowedSandboxModes: ['read-only'], otel: null },
};

const problemsOf = (text: string) => {
  const read = readReceipts(text);
  return read.ok ? [] : read.error.fields.text;
};

describe('readReceipts', () => {
  test.each([
    ['one', JSON.stringify(sound)],
    ['one over several lines, behind a byte order mark', `\ufeff${JSON.stringify(sound, null, 2)}\n`],
    ['a list', JSON.stringify([sound])],
    ['one on each line, with empty lines between', `\r\n${JSON.stringify(sound)}\r\n\r\n`],
  ])('reads %s', (_, text) => {
    expect(readReceipts(text)).toEqual({ ok: true, value: [sound] });
  });

  test.each([
    ['an unknown field', { ...sound, user: 'devi' }, 'The receipt: Unrecognized key: "user"'],
    [
      'another shape',
      { ...sound, receipt: 2 },
      'The receipt: receipt: This page reads receipts of version 1.',
    ],
    ['a system that is none', { ...sound, os: 'plan9' }, /^The receipt: os: /],
    [
      'a host name in the place of the machine',
      { ...sound, machine: 'devi-laptop' },
      /^The receipt: machine: /,
    ],
    ['a sum in capitals', { ...sound, content: sumOf('C') }, /^The receipt: content: /],
    ['a version with more in it', { ...sound, client: '0.169.0 (devi)' }, /^The receipt: client: /],
    ['no client field', { ...sound, client: undefined }, /^The receipt: client: /],
    ['a file with a line break', { ...sound, files: { 'a\nb': null } }, /^The receipt: files\.a\nb: /],
    [
      'too many files',
      { ...sound, files: filled(101) },
      'The receipt: files: A receipt names at most 100 files.',
    ],
    [
      'too much',
      { ...sound, enforced: { text: 'x'.repeat(70_000) } },
      'The receipt: A receipt is at most 64 KiB.',
    ],
    ['a NUL', { ...sound, enforced: { text: '\u0000' } }, 'The receipt: Remove the control characters.'],
    [
      'half a character',
      { ...sound, enforced: { '\ud800': 1 } },
      'The receipt: Remove the control characters.',
    ],
  ])('refuses %s', (_, value, problem) => {
    expect(problemsOf(JSON.stringify(value))).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
  });

  test('names each receipt that is wrong by its place, and takes none of them', () => {
    const text = [JSON.stringify(sound), '{"receipt":', JSON.stringify({ ...sound, release: 0 })].join('\n');

    expect(problemsOf(text)).toEqual([
      'Line 2: this is no JSON.',
      expect.stringMatching(/^Line 3: release: /),
    ]);
  });

  test('refuses nothing, too many, and what is nested too deep', () => {
    expect(problemsOf(' \n')).toEqual(['There is no receipt in it.']);
    expect(problemsOf('[]')).toEqual(['There is no receipt in it.']);
    expect(problemsOf(JSON.stringify(Array(1001).fill(sound)))).toEqual([
      'Send at most 1,000 receipts at once.',
    ]);
    expect(problemsOf(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toEqual([
      'Receipt 1: it is nested deeper than 32 levels.',
    ]);
  });
});

const filled = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`file-${String(at)}`, null]));

describe('compareReceipt', () => {
  const release = (sha256: string, files: Record<string, string>) => ({
    sha256,
    files: new Map(Object.entries(files)),
  });
  const older = release('older', { 'requirements.toml': sumOf('a'), 'config.toml': sumOf('b') });
  const current = release('current', { 'requirements.toml': sumOf('e'), 'config.toml': sumOf('b') });
  const heldBy = (os: Receipt['os'], files: Receipt['files']) =>
    compareReceipt({ os, files }, { current, looked: older });

  test('tells the current release, the one that was looked for, or where it differs from that', () => {
    expect(heldBy('linux', Object.fromEntries(current.files))).toEqual({ holds: 'current', differing: [] });
    expect(heldBy('linux', Object.fromEntries(older.files))).toEqual({ holds: 'older', differing: [] });
    expect(heldBy('linux', { 'requirements.toml': sumOf('a'), 'config.toml': null })).toEqual({
      holds: null,
      differing: ['config.toml'],
    });
    expect(heldBy('linux', {})).toEqual({ holds: null, differing: ['requirements.toml', 'config.toml'] });
  });

  test('lets files be missing where a system has no place for them, and never differ', () => {
    const own = release('own', {
      'requirements.toml': sumOf('a'),
      'managed_config.toml': sumOf('b'),
      'config.toml': sumOf('c'),
    });
    const held = (os: Receipt['os'], files: Receipt['files']) =>
      compareReceipt({ os, files }, { current: own, looked: own }).differing;
    const [requirements, defaults, config] = [sumOf('a'), sumOf('b'), sumOf('c')];

    const profile = { 'requirements.toml': requirements, 'managed_config.toml': defaults };
    expect(held('macos', profile)).toEqual([]);
    expect(held('linux', profile)).toEqual(['config.toml']);
    expect(held('macos', { ...profile, 'config.toml': sumOf('f') })).toEqual(['config.toml']);
    const machine = { 'requirements.toml': requirements, 'config.toml': config };
    expect(held('windows', machine)).toEqual([]);
    expect(held('windows', { ...machine, 'managed_config.toml': sumOf('f') })).toEqual([
      'managed_config.toml',
    ]);
    expect(held('macos', machine)).toEqual(['managed_config.toml']);
  });
});
