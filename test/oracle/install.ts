import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The exact client that the generated files are checked against; pinned/package.json names it. */
export const clientVersion = '0.169.0';
/** An older client, which lacks some of the questions; pinned-older/package.json names it. */
export const olderVersion = '0.163.0';

const pinnedIn = { [clientVersion]: 'pinned', [olderVersion]: 'pinned-older' } as const;

/** A client that the tests ask. */
export type PinnedVersion = keyof typeof pinnedIn;

const INSTALL_LIMIT_MS = 10 * 60_000;
/** Age from which on what a killed run left behind is removed. */
export const leftoverAgeMs = 60 * 60_000;

const targets: Readonly<Record<string, string>> = {
  x64: 'x86_64-unknown-linux-musl',
  arm64: 'aarch64-unknown-linux-musl',
};

/** Folder outside the checkout that holds the client and the worlds it runs in. */
export function cacheFolder(): string {
  const { SLIPWAY_CODEX_CACHE, XDG_CACHE_HOME } = process.env;
  return SLIPWAY_CODEX_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'slipway');
}

/**
 * Path of the client's binary. The first call on a machine downloads it from the npm registry into the
 * cache; later ones need no network. Two that race both install, and the first to finish is kept.
 * Throws where it cannot be had.
 */
export async function installClient(version: PinnedVersion = clientVersion): Promise<string> {
  const target = targets[process.arch];
  if (process.platform !== 'linux' || target === undefined) {
    throw new Error(
      `the client is run on Linux x64 and arm64 only, not on ${process.platform} ${process.arch}`,
    );
  }
  const home = join(cacheFolder(), `codex-${version}`);
  const packageFolder = join(home, 'node_modules', '@openai', `codex-linux-${process.arch}`);
  const binary = join(packageFolder, 'vendor', target, 'bin', 'codex');
  if (!existsSync(binary)) await download(home, version);
  const { stdout } = await run(binary, ['--version'], { timeout: 20_000 });
  if (stdout.trim() !== `codex-cli ${version}`) throw new Error(`${binary} is ${stdout.trim()}`);
  return binary;
}

async function download(home: string, version: PinnedVersion): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  await removeLeftovers(`codex-${version}.part-`);
  const part = `${home}.part-${randomUUID()}`;
  await mkdir(part);
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(join(import.meta.dirname, pinnedIn[version], name), join(part, name));
    }
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--include=optional'], {
      cwd: part,
      timeout: INSTALL_LIMIT_MS,
    });
    await rename(part, home).catch(async (error: unknown) => {
      if (!existsSync(join(home, 'node_modules'))) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** Removes entries of the cache that begin with `prefix` and were left behind by runs that were killed. */
async function removeLeftovers(prefix: string): Promise<void> {
  for (const name of await readdir(cacheFolder()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const path = join(cacheFolder(), name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > leftoverAgeMs) await rm(path, { recursive: true, force: true });
  }
}
