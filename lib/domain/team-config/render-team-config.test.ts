import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderTeamFiles, zipFiles } from './render-team-config';
import type { TeamConfig } from './team-config';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const meta = { workspace: { name: 'Acme', slug: 'acme' }, changedAt: new Date('2026-11-22T10:31:00Z') };
const config: TeamConfig = {
  rules: 'prefix_rule(pattern = ["git"], decision = "prompt")',
  skills: [
    { name: 'docs', description: 'Use "quotes": and a \\ and ünïcode', body: '# Read\n---\nthe docs' },
  ],
};
const filesOf = (given: TeamConfig, header = meta) => renderTeamFiles(given, header, sha256);
const textOf = (given: TeamConfig, path: string) =>
  filesOf(given).find((file) => file.path === path)?.text ?? '';

describe('the files', () => {
  test('the rules have a header that an empty line ends, and it names the sum of the rest', () => {
    const text = textOf(config, 'rules/default.rules');
    const [header = '', ...rest] = text.split('\n\n');

    expect(header.split('\n').every((line) => line.startsWith('# '))).toBe(true);
    expect(rest.join('\n\n')).toBe(`${config.rules}\n`);
    expect(header).toContain(`the first empty line: ${sha256(`${config.rules}\n`)}`);
    expect(header).toContain('# Last change: 2026-11-22T10:31:00.000Z');
  });

  test('a skill begins with its front matter, without a byte order mark', () => {
    expect(textOf(config, 'skills/docs/SKILL.md')).toBe(
      [
        '---',
        '# DRAFT',
        '# skills/docs/SKILL.md, written by Slipway',
        '# Workspace: Acme (acme)',
        '# Last change: 2026-11-22T10:31:00.000Z',
        'name: "docs"',
        'description: "Use \\"quotes\\": and a \\\\ and ünïcode"',
        '---',
        '',
        '# Read',
        '---',
        'the docs',
        '',
      ].join('\n'),
    );
  });

  test('a workspace’s name cannot break out of its comment', () => {
    const workspace = { name: 'Acme\n---\nname: "other"\r\u2028', slug: 'acme' };
    for (const { text } of filesOf(config, { ...meta, workspace })) {
      expect(text).toContain('# Workspace: Acme<U+000A>---<U+000A>name: "other"<U+000D><U+2028> (acme)\n');
      expect(text).not.toContain('\r');
    }
  });

  test('without rules the file is a header alone', () => {
    expect(textOf({ rules: '', skills: [] }, 'rules/default.rules')).toMatch(/^(# [^\n]+\n){6}\n$/);
  });
});

describe('the archive', () => {
  const files = [{ path: 'config.toml', text: 'a = 1\n' }, ...filesOf(config)];

  test('holds the files in their order, byte for byte', () => {
    const entries = Object.entries(unzipSync(zipFiles(files)));
    expect(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual(
      files.map(({ path, text }) => [path, text]),
    );
  });

  test('has the same bytes in every time zone and at every time', () => {
    const sums = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles'].map((zone) => {
      process.env.TZ = zone;
      return createHash('sha256').update(zipFiles(files)).digest('hex');
    });
    expect(new Set(sums).size).toBe(1);
  });

  test('says that its entries are plain files of 1980', () => {
    const bytes = Buffer.from(zipFiles(files));
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    expect(bytes.readUInt32LE(directory + 12)).toBe(((0 << 9) | (1 << 5) | 1) << 16);
    expect(bytes.readUInt32LE(directory + 38) >>> 16).toBe(0o100644);
  });
});
