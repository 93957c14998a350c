import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digest, hostile, isThere, source, unpacked } from '#test/bundled';
import { bundleArchive, bundleFiles, bundlePart } from './bundle-files';
import { policyFiles } from '#lib/domain/config-policies/policy-files';
import type { BundleSource } from './bundle';

describe('a bundle', () => {
  test('is the same bytes for the same release, and others for another', () => {
    const bytes = bundleArchive('bundle.zip', source, digest);

    expect(digest(bundleArchive('bundle.zip', structuredClone(source), digest))).toBe(digest(bytes));
    expect(digest(bundleArchive('bundle.zip', { ...source, number: 4 }, digest))).not.toBe(digest(bytes));
  });

  test.each(['bundle.zip', 'linux.zip', 'macos.zip', 'windows.zip'] as const)(
    '%s holds the sums of all its other files, as sha256sum checks them',
    (name) => {
      const into = unpacked(name);

      const said = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
        cwd: into,
        encoding: 'utf8',
      });

      const files = readdirSync(into, { recursive: true, encoding: 'utf8' }).filter((file) =>
        statSync(join(into, file)).isFile(),
      );
      expect(said.trim().split('\n')).toHaveLength(files.length - 1);
    },
  );

  test('holds the released files as they are, and says what the release did without', () => {
    const files = new Map(bundleFiles(source, digest).map(({ path, text }) => [path, text]));

    for (const { path, text } of source.files) expect(files.get(path)).toBe(text);
    expect(JSON.parse(files.get('certificate.json') ?? '')).toEqual({
      ...{ contentSha256: source.sha256, release: 3, certificates: [] },
      exceptions: source.exceptions,
    });
    expect(new TextDecoder().decode(bundlePart('linux/verify.sh', source, digest) ?? undefined)).toBe(
      files.get('linux/verify.sh'),
    );
    expect(bundlePart('linux/../requirements.toml', source, digest)).toBeNull();
    expect(bundlePart('constructor', source, digest)).toBeNull();
  });

  test.each([
    '../outside.toml',
    '/etc/passwd',
    'rules/../../x.rules',
    'rules//x.rules',
    'skills/a\nb',
    'rules\\x',
  ])('refuses the path %j', (path) => {
    expect(() => bundleFiles({ ...source, files: [{ path, text: '' }] }, digest)).toThrow(/is no path/);
  });

  test('tells in the README where each policy belongs, in order and with its groups, only where there are some', () => {
    const readmeOf = (files: BundleSource['files']) =>
      bundleFiles({ ...source, files }, digest).find(({ path }) => path === 'README.md')?.text ?? '';
    const policy = { id: 'p', name: 'Platform', groupIds: ['eng-1', 'eng_2'], text: '', version: 1 };
    const policies = policyFiles(
      [policy, { ...policy, id: 'q', name: '*Second*', groupIds: [] }],
      { workspace: source.workspace, changedAt: null },
      digest,
    );

    expect(readmeOf([...source.files, ...policies])).toContain(
      [
        '1. `policies/01-platform.toml`: Platform, for eng\\-1, eng\\_2',
        '2. `policies/02-second.toml`: \\*Second\\*, for no group',
        '',
      ].join('\n'),
    );
    expect(readmeOf(source.files)).not.toContain('Policies for groups');
  });

  test('names in the README are read as they are written', () => {
    const [first] = bundleFiles(source, digest);

    expect(first?.text).toContain('Workspace: Ac"me\' $\\(id\\) %PATH% \\`id\\` \\# end (acme)');
  });
});

describe('the macOS profile', () => {
  const text = bundleFiles(source, digest).find(({ path }) => path.endsWith('.mobileconfig'))?.text ?? '';
  const valueOf = (key: string) =>
    new RegExp(`<key>${key}</key><string>([A-Za-z0-9+/]+={0,2})</string>`).exec(text)?.[1] ?? '';

  test('holds both files as the client reads them: strict base64 on one line', () => {
    for (const [key, path] of [
      ['requirements_toml_base64', 'requirements.toml'],
      ['config_toml_base64', 'managed_config.toml'],
    ] as const) {
      const value = valueOf(key);
      expect(value.length % 4).toBe(0);
      expect(Buffer.from(value, 'base64').toString('base64')).toBe(value);
      expect(Buffer.from(value, 'base64').toString('utf8')).toBe(
        source.files.find((file) => file.path === path)?.text,
      );
    }
  });

  test('is the same profile for the same release, and takes the place of the one before', () => {
    const of = (changes: Partial<BundleSource>) =>
      bundleFiles({ ...source, ...changes }, digest).find(({ path }) => path.endsWith('.mobileconfig'))
        ?.text ?? '';
    const uuids = (profile: string) =>
      profile.match(/[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}/g);
    const identifiers = (profile: string) => profile.match(/com\.openai\.codex\.slipway\.[a-z.]+/g);
    const next = of({ number: 4, sha256: digest('other') });

    expect(new Set(uuids(text)).size).toBe(2);
    expect(uuids(of({}))).toEqual(uuids(text));
    expect(uuids(next)).not.toEqual(uuids(text));
    expect(identifiers(next)).toEqual(identifiers(text));
  });

  test.runIf(isThere(['python3']))('is a property list that another program reads', () => {
    const read = `import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))`;

    const profile = JSON.parse(execFileSync('python3', ['-c', read], { input: text, encoding: 'utf8' }));

    expect(profile).toMatchObject({
      PayloadType: 'Configuration',
      PayloadDisplayName: `Codex: ${source.workspace.name}, release 3`,
      PayloadContent: [{ PayloadType: 'com.openai.codex', requirements_toml_base64: expect.any(String) }],
    });
  });
});

test('the Windows scripts are ASCII with the line ends of Windows, and hold the bytes', () => {
  const scripts = bundleFiles(source, digest).filter(({ path }) => path.endsWith('.ps1'));
  const install = scripts.find(({ path }) => path.endsWith('install.ps1'))?.text ?? '';

  expect(scripts).toHaveLength(4);
  for (const { text } of scripts) {
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
  for (const { text } of source.files) {
    expect(install).toContain(`Bytes = '${Buffer.from(text).toString('base64')}'`);
  }
  expect(install).toContain(`(Get-Text '${Buffer.from(hostile).toString('base64')}')`);
  expect(install).not.toContain('$HOME');
});
