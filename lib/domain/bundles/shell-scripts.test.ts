import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReceipts } from '#lib/domain/receipts/read-receipts';
import { digest, folder, isThere, source, treeOf, unpacked } from '#test/bundled';

const shells = [['sh'], ['dash'], ['bash', '--posix'], ['busybox', 'sh']].filter(isThere);

const runIn = (shell: readonly string[], script: string, ...args: string[]) => {
  const [program = 'sh', ...before] = shell;
  return execFileSync(program, [...before, script, ...args], { encoding: 'utf8', stdio: 'pipe' });
};

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
    chmodSync(join(codex, 'config.toml'), 0o600);
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

  test('cut off anywhere, lay files down whole or not at all', () => {
    const script = join(unpacked('linux.zip'), 'linux/install.sh');
    const text = readFileSync(script, 'utf8');
    const allowed = new Map(source.files.map((file) => [file.path, `644 ${file.text}`]));
    const cuts = Array.from({ length: 9 }, (_, at) => Math.floor((text.length * (at + 1)) / 10) + at);
    for (const cut of cuts) {
      const { root, codex, before } = machine();
      writeFileSync(script, text.slice(0, cut));
      const [program = 'sh', ...more] = words;
      spawnSync(program, [...more, script, '--root', root], { input: '' });
      for (const [path, held] of Object.entries(treeOf(codex))) {
        if (!/^\d+ /.test(held)) continue;
        expect([allowed.get(path), before[`codex/${path}`]]).toContain(held);
      }
    }
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
