import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpackClient } from './unpack-client';

const run = promisify(execFile);
const target = 'x86_64-unknown-linux-musl';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-tar-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const into = () => join(folder, 'out');
const unpack = (path: string) => unpackClient(path, { into: into(), target });

/** A package with these files below `package/`. */
async function pack(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, 'package', path, '..'), { recursive: true });
    await writeFile(join(folder, 'package', path), content);
  }
  const tarball = join(folder, 'package.tgz');
  await run('tar', ['-czf', tarball, '--format=ustar', '-C', folder, 'package']);
  return tarball;
}

describe('unpackClient', () => {
  test('takes the binary and its sandbox, and nothing else', async () => {
    const binary = randomBytes(700_001);
    const tarball = await pack({
      'package.json': Buffer.from('{}'),
      [`vendor/${target}/bin/codex`]: binary,
      [`vendor/${target}/bin/other`]: Buffer.from('no'),
      [`vendor/${target}/codex-resources/bwrap`]: Buffer.from('sandbox'),
    });

    expect(await unpack(tarball)).toEqual({ ok: true, value: null });
    expect(await readFile(join(into(), 'bin/codex'))).toEqual(binary);
    expect((await stat(join(into(), 'bin/codex'))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(into(), 'codex-resources/bwrap'), 'utf8')).toBe('sandbox');
    await expect(access(join(into(), 'bin/other'))).rejects.toThrow();
  });

  test('says that a package of another platform holds no client for this one', async () => {
    const tarball = await pack({ 'vendor/aarch64-apple-darwin/bin/codex': Buffer.from('mac') });

    expect(await unpack(tarball)).toMatchObject({
      error: { code: 'not_a_package', message: expect.stringContaining(`vendor/${target}/bin/codex`) },
    });
  });

  test.each([
    ['a text', Buffer.from('no package')],
    ['a compressed text', gzipSync(Buffer.alloc(2048, 'no tar'))],
    ['nothing', Buffer.alloc(0)],
  ])('%s is no package', async (_, bytes) => {
    const path = join(folder, 'wrong.tgz');
    await writeFile(path, bytes);

    expect(await unpack(path)).toMatchObject({ error: { code: 'not_a_package' } });
  });

  test('a package that did not arrive whole is refused', async () => {
    const tarball = await pack({ [`vendor/${target}/bin/codex`]: randomBytes(500_000) });
    await truncate(tarball, 200_000);

    expect(await unpack(tarball)).toMatchObject({ error: { code: 'not_a_package' } });
  });
});
