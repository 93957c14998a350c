import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { addClient } from '#lib/commands/clients/add-client';
import type { Context } from '#lib/domain/context';
import { installClient, type PinnedVersion } from './install';

/** Puts a client of the tests into a data folder, as if somebody had brought its package; gives its SHA-256. */
export async function putAtHand(ctx: Context, dataDir: string, version: PinnedVersion): Promise<string> {
  const binary = await installClient(version);
  const hash = createHash('sha256');
  await pipeline(createReadStream(binary), hash);
  const sha256 = hash.digest('hex');
  const bin = join(dataDir, 'clients', sha256, 'bin');
  await mkdir(bin, { recursive: true });
  await symlink(binary, join(bin, 'codex')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const added = await addClient(ctx, { version, sha256, integrity, bytes: (await stat(binary)).size });
  if (!added.ok) throw new Error(added.error.message);
  return sha256;
}
