import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FoundClient } from '#lib/domain/clients/client';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { askVersion, keepClient, keptBinary, openPart, removePart, sumOfFile } from './client-folder';
import { askForPackage, fetchPackage } from './fetch-package';

/** A client that can be asked on this machine. */
export type ClientHere = { binary: string; version: string; sha256: string };

/** The client that a binary is. */
export async function clientAt(folder: string, path: string): Promise<Result<ClientHere, DomainError>> {
  const binary = resolve(path);
  const version = await askVersion(folder, binary);
  return version.ok ? ok({ binary, version: version.value, sha256: await sumOfFile(binary) }) : version;
}

/** A version of the client out of the cache; the first time it is fetched with npm. */
export async function cachedClient(
  folder: string,
  version: string,
): Promise<Result<ClientHere, DomainError>> {
  const note = join(folder, `client-${version}.sha256`);
  const known = (await readFile(note, 'utf8').catch(() => '')).trim();
  const kept = known === '' ? null : keptBinary(folder, known);
  if (kept) return ok({ binary: kept, version, sha256: known });
  const part = await openPart(folder);
  try {
    const found = await fetchClient(folder, part, version);
    if (!found.ok) return found;
    const { sha256 } = found.value;
    await writeFile(note, `${sha256}\n`);
    return ok({ binary: keptBinary(folder, sha256) ?? '', version, sha256 });
  } finally {
    await removePart(part);
  }
}

/** Fetches the package of a version into `part`, holds it against what npm says of it, and keeps its client. */
export async function fetchClient(
  folder: string,
  part: string,
  version: string,
  note: (step: 'fetching' | 'unpacking') => Promise<boolean> = async () => true,
): Promise<Result<FoundClient, DomainError>> {
  const known = await askForPackage(version, part);
  if (!known.ok) return known;
  if (!(await note('fetching'))) return err(givenUp);
  const fetched = await fetchPackage(version, part);
  if (!fetched.ok) return fetched;
  if (!(await note('unpacking'))) return err(givenUp);
  const sum = `sha512-${await sumOfFile(fetched.value, 'sha512', 'base64')}`;
  if (sum !== known.value) return err(otherBytes);
  const kept = await keepClient(folder, part, fetched.value);
  if (!kept.ok || kept.value.version === version) return kept;
  return err({ code: 'other_version', message: `The package holds the client ${kept.value.version}.` });
}

const givenUp = { code: 'cancelled', message: 'It was given up.' };
const otherBytes = {
  code: 'other_bytes',
  message: 'The package is not the one that npm describes: its SHA-512 differs.',
};
