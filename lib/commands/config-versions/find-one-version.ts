import 'server-only';
import { z } from 'zod';
import { findVersion } from '#lib/data/config-versions';
import type { Db } from '#lib/data/db';
import type { WholeVersion } from '#lib/domain/config-versions/config-version';
import type { Context } from '#lib/domain/context';
import { err, ok, type Result } from '#lib/domain/result';

/** The number in a version's address. */
export const versionNumber = z.coerce.number('Give the number of a version.').int().min(1).max(1_000_000);

/** The version a write is about. Fails with `not_found`. */
export async function findOneVersion(
  { workspaceId }: Context,
  tx: Db,
  number: number,
): Promise<Result<WholeVersion, { code: 'not_found'; message: string }>> {
  const version = await findVersion(tx, { workspaceId, number });
  return version ? ok(version) : err({ code: 'not_found', message: 'There is no such version.' });
}
