import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { readTar, type TarEntry } from './read-tar';

const targets: Readonly<Record<string, string>> = {
  x64: 'x86_64-unknown-linux-musl',
  arm64: 'aarch64-unknown-linux-musl',
};

/** What it takes to ask a client: its binary, and the sandbox that it starts. */
const wanted: readonly string[] = ['bin/codex', 'codex-resources/bwrap'];

/** More than any package of the client has unpacked. */
const mostBytes = 2 * 1024 * 1024 * 1024;

/** The name under which packages hold what this machine can run; null where it can run none. */
export const wantedTarget = (): string | null =>
  process.platform === 'linux' ? (targets[process.arch] ?? null) : null;

type Unpacking = { into: string; target: string };

/**
 * Unpacks a package of the client for this machine, an npm tarball, a piece at a time: what it takes to ask it. Fails in
 * words where it is no such package.
 */
export async function unpackClient(
  packageFile: string,
  { into, target }: Unpacking,
): Promise<Result<null, DomainError>> {
  const vendor = `package/vendor/${target}/`;
  const found = new Set<string>();
  try {
    const bytes = createReadStream(packageFile).pipe(createGunzip());
    for await (const entry of readTar(bytes, mostBytes)) {
      const name = wanted.find((one) => entry.name === `${vendor}${one}`);
      if (name === undefined || !entry.isFile) continue;
      await writeEntry(entry, join(into, name));
      found.add(name);
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return err({ code: 'not_a_package', message: `It is no npm tarball: ${said}.` });
  }
  if (found.has('bin/codex')) return ok(null);
  const message = `It holds no client for this server (${vendor}bin/codex). Take the package of its platform.`;
  return err({ code: 'not_a_package', message });
}

async function writeEntry(entry: TarEntry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(entry.bytes, createWriteStream(path));
  await chmod(path, 0o700);
}
