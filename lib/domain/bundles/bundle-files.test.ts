import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readReceipts } from '#lib/domain/receipts/read-receipts';
import { bundleArchive, bundleFiles, bundlePart } from './bundle-files';
import type { BundleSource } from './bundle';

const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const hostile = 'skills/it\'s $HOME "q" %x% `id`/SKILL.md';

const source: BundleSource = {
  workspace: { name: 'Ac"me\' $(id) %PATH% `id`\n# end', slug: 'acme' },
  machineSalt: digest('salt'),
  number: 3,
  sha256: digest('content'),
  files: [
    { path: 'requirements.toml', text: 'allowed_sandbox_modes = ["read-only"]\n' },
    { path: 'managed_config.toml', text: 'web_search = "disabled" # ünï, “quoted” & <b>\n' },
    { path: 'config.toml', text: '' },
    { path: 'rules/default.rules', text: "END_OF_FILE\n$(touch owned) `touch owned` '\\\n" },
    { path: hostile, text: '---\nname: x\ndescription: y\n---\n' },
  ],
  exceptions: [{ kind: 'not_certified', reason: 'No client is at hand.' }],
  certificates: [],
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'slipway bundle '));
  folders.push(made);
  return made;
}

/** Unpacks an archive; gives the folder. */
function unpacked(name: Parameters<typeof bundleArchive>[0], of = source): string {
  const into = folder();
  for (const [path, bytes] of Object.entries(unzipSync(bundleArchive(name, of, digest)))) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return into;
}

/** Every file below a folder with its mode and its text; folders with their modes. */
function treeOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const found = statSync(join(root, name));
      const mode = (found.mode & 0o777).toString(8);
      return [name, found.isDirectory() ? mode : `${mode} ${readFileSync(join(root, name), 'utf8')}`];
    }),
  );
}

const isThere = (shell: readonly string[]) => spawnSync(shell[0] ?? '', ['--help']).error === undefined;
const shells = [['sh'], ['dash'], ['bash', '--posix'], ['busybox', 'sh']].filter(isThere);

const runIn = (shell: readonly string[], script: string, ...args: string[]) => {
  const [program = 'sh', ...before] = shell;
  return execFileSync(program, [...before, script, ...args], { encoding: 'utf8', stdio: 'pipe' });
};

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

  test('names in the README are read as they are written', () => {
    const [first] = bundleFiles(source, digest);

    expect(first?.text).toContain('Workspace: Ac"me\' $\\(id\\) %PATH% \\`id\\` \\# end (acme)');
  });
});

describe.each(shells)('the Linux scripts under %s %s', (...shell) => {
  const words = shell.filter((word) => word !== undefined);
  const run = (script: string, ...args: string[]) => runIn(words, script, ...args);

  /** A root of its own with files that were there before. */
  function machine() {
    const root = folder();
    mkdirSync(join(root, 'etc/codex/skills'), { recursive: true, mode: 0o755 });
    writeFileSync(join(root, 'etc/machine-id'), `${'0'.repeat(32)}\n`);
    writeFileSync(join(root, 'etc/codex/requirements.toml'), '# ours\n', { mode: 0o600 });
    writeFileSync(join(root, 'etc/codex/own.toml'), 'not of the release\n');
    return { root, codex: join(root, 'etc/codex'), before: treeOf(join(root, 'etc')) };
  }

  test('lay the files, also a second time; undo brings back what was there', () => {
    const { root, codex, before } = machine();
    const scripts = join(unpacked('bundle.zip'), 'linux');

    expect(run(join(scripts, 'install.sh'), '--root', root)).toBe(
      'Release 3 is in place: 5 files written, 0 unchanged.\n',
    );
    const laid = treeOf(codex);
    expect(run(join(scripts, 'install.sh'), '--root', root)).toBe(
      'Release 3 is in place: 0 files written, 5 unchanged.\n',
    );

    expect(treeOf(codex)).toEqual(laid);
    for (const { path, text } of source.files) expect(laid[path]).toBe(`644 ${text}`);
    expect(laid['own.toml']).toBe('644 not of the release\n');
    expect(Object.keys(laid).filter((name) => /part|owned/.test(name))).toEqual([]);
    expect(run(join(scripts, 'undo.sh'), '--root', root)).toBe('What was there before is back.\n');
    expect(treeOf(join(root, 'etc'))).toEqual(before);
    expect(run(join(scripts, 'undo.sh'), '--root', root)).toBe('Nothing was laid down here.\n');
  });

  test('take away what an earlier release laid down and a later one does not hold', () => {
    const { root, codex, before } = machine();
    run(join(unpacked('linux.zip'), 'linux/install.sh'), '--root', root);
    const next = { ...source, number: 4, files: source.files.slice(1, 4) };
    const scripts = join(unpacked('linux.zip', next), 'linux');

    run(join(scripts, 'install.sh'), '--root', root);

    const laid = treeOf(codex);
    expect(laid['requirements.toml']).toBe('600 # ours\n');
    expect(Object.keys(laid).filter((name) => name.startsWith('skills'))).toEqual(['skills']);
    run(join(scripts, 'undo.sh'), '--root', root);
    expect(treeOf(join(root, 'etc'))).toEqual(before);
  });

  test('verify prints a receipt and says by its exit what differs', () => {
    const { root, codex } = machine();
    const scripts = join(unpacked('linux.zip'), 'linux');
    run(join(scripts, 'install.sh'), '--root', root);

    const said = run(join(scripts, 'verify.sh'), '--root', root);

    const read = readReceipts(said);
    expect(read).toMatchObject({
      ok: true,
      value: [{ receipt: 1, release: 3, content: source.sha256, os: 'linux', client: null, enforced: null }],
    });
    expect(read.ok && read.value[0]?.files).toEqual(
      Object.fromEntries(source.files.map(({ path, text }) => [path, digest(text)])),
    );
    expect(read.ok && read.value[0]?.machine).toBe(digest(`${source.machineSalt}:${'0'.repeat(32)}`));
    expect(said).not.toContain(root);

    writeFileSync(join(codex, 'config.toml'), 'model = "mine"\n');
    rmSync(join(codex, 'rules/default.rules'));
    const [program = 'sh', ...more] = words;
    const again = spawnSync(program, [...more, join(scripts, 'verify.sh'), '--root', root], {
      encoding: 'utf8',
    });
    expect(again.status).toBe(1);
    expect(again.stderr).toBe('Not as released: config.toml\nNot as released: rules/default.rules\n');
    expect(JSON.parse(again.stdout)).toMatchObject({
      files: { 'config.toml': digest('model = "mine"\n'), 'rules/default.rules': null },
    });
  });

  test('refuse what makes no sense, and touch nothing', () => {
    const { root, before } = machine();
    const scripts = join(unpacked('linux.zip'), 'linux');
    const [program = 'sh', ...more] = words;
    for (const args of [['--root'], ['--rot', root], ['--root', join(root, 'nowhere')]]) {
      for (const name of ['install.sh', 'undo.sh', 'verify.sh']) {
        expect(spawnSync(program, [...more, join(scripts, name), ...args]).status).toBe(2);
      }
    }
    expect(treeOf(join(root, 'etc'))).toEqual(before);
  });
});

test.runIf(isThere(['shellcheck']))('shellcheck has nothing to say about the scripts of a bundle', () => {
  const plain = { ...source, files: source.files.slice(0, 4) };
  const into = unpacked('bundle.zip', plain);
  const scripts = ['linux', 'macos'].flatMap((system) =>
    readdirSync(join(into, system))
      .filter((name) => name.endsWith('.sh'))
      .map((name) => join(into, system, name)),
  );

  expect(spawnSync('shellcheck', scripts, { encoding: 'utf8' }).stdout).toBe('');
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
