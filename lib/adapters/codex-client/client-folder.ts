import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FoundClient } from '#lib/domain/clients/client';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { isClientVersion } from '#lib/domain/config-check/client-version';
import { finish } from './conversation';
import { findIsolation } from './isolation';
import { unpackClient, wantedTarget } from './unpack-client';
import { makeWorld, removeLeftWorlds } from './world';

const leftoverMs = 60 * 60_000;
/** Longer than any client is asked about files. */
const leftWorldMs = 10 * 60_000;

const clientsIn = (dataDir: string) => join(resolve(dataDir), 'clients');

/** The folder in which clients find their files while they are asked. */
export const worldsIn = (dataDir: string): string => join(resolve(dataDir), 'client-worlds');

/** The binary of a client that is kept under its SHA-256. */
const binaryIn = (folder: string) => join(folder, 'bin', 'codex');

/** The binary with this SHA-256; null where it is not at hand on this machine. */
export function keptBinary(dataDir: string, sha256: string): string | null {
  const path = binaryIn(join(clientsIn(dataDir), sha256));
  return existsSync(path) ? path : null;
}

/** A folder for what is on its way to becoming a client. */
export async function openPart(dataDir: string): Promise<string> {
  const part = join(clientsIn(dataDir), `part-${randomUUID()}`);
  await mkdir(part, { recursive: true, mode: 0o700 });
  return part;
}

/** Removes a folder of what was on its way. */
export const removePart = (part: string): Promise<void> => rm(part, { recursive: true, force: true });

/** Writes a package that arrives to the disk; gives its path. */
export async function takePackage(part: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const path = join(part, 'package.tgz');
  await pipeline(bytes, createWriteStream(path));
  return path;
}

/**
 * Makes a client of the package in `part`: unpacks what it takes to ask it, starts it once in isolation, and keeps it
 * under the SHA-256 of its binary. Fails in words where it is no package of the client for this machine.
 */
export async function keepClient(
  dataDir: string,
  part: string,
  packageFile: string,
): Promise<Result<FoundClient, DomainError>> {
  const target = wantedTarget();
  if (target === null) return err(notHere);
  const fresh = join(part, 'client');
  const unpacked = await unpackClient(packageFile, { into: fresh, target });
  if (!unpacked.ok) return unpacked;
  const binary = binaryIn(fresh);
  const version = await askVersion(dataDir, binary);
  if (!version.ok) return version;
  const sha256 = await sumOfFile(binary);
  const { size: bytes } = await stat(binary);
  const integrity = await sumOfFile(packageFile, 'sha512', 'base64');
  const home = join(clientsIn(dataDir), sha256);
  await rename(fresh, home).catch((error: unknown) => {
    // Another workspace has the same binary.
    if (!existsSync(binaryIn(home))) throw error;
  });
  return ok({ version: version.value, sha256, bytes, integrity: `sha512-${integrity}` });
}

const notHere = {
  code: 'no_client_here',
  message: `Clients are run on Linux, x64 and arm64; this server runs ${process.platform} ${process.arch}.`,
};

/** The sum of a file's bytes. */
export async function sumOfFile(
  path: string,
  algorithm = 'sha256',
  form: 'hex' | 'base64' = 'hex',
): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(form);
}

/** What `--version` answers, in a world without a network. */
export async function askVersion(dataDir: string, binary: string): Promise<Result<string, DomainError>> {
  const isolation = await findIsolation().catch((error: unknown) => textIn(error));
  if (typeof isolation === 'string') return err({ code: 'no_isolation', message: isolation });
  const world = await makeWorld({ binary, isolation, worlds: worldsIn(dataDir) }, {});
  try {
    const { stdout, stderr } = await finish(world.start(['--version']));
    const version = /^codex-cli (\S+)$/m.exec(stdout)?.[1] ?? '';
    if (isClientVersion(version)) return ok(version);
    const said = (stdout || stderr).slice(0, 200);
    return err({ code: 'no_client', message: `It does not answer as the client does: ${said}` });
  } catch (error) {
    return err({ code: 'no_client', message: `It does not start: ${textIn(error)}` });
  } finally {
    await world.remove();
  }
}

const textIn = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Removes binaries that no workspace has a client of, and what killed work left behind. */
export async function clearClients(dataDir: string, used: readonly string[]): Promise<void> {
  await removeLeftWorlds(worldsIn(dataDir), leftWorldMs);
  const folder = clientsIn(dataDir);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    // One that was kept a moment ago may not have its row yet.
    const isOld = found !== null && Date.now() - found.ctimeMs > leftoverMs;
    if (name.startsWith('part-') ? isOld : !used.includes(name) && isOld) await removePart(path);
  }
}
