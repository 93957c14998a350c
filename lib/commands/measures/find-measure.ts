import 'server-only';
import type { Db } from '#lib/data/db';
import { listMeasures } from '#lib/data/measures';
import type { Context } from '#lib/domain/context';
import type { FollowedMeasure } from '#lib/domain/measures/measure';
import { err, ok, type Result } from '#lib/domain/result';

type Found = { measure: FollowedMeasure; measures: readonly FollowedMeasure[] };

/** The measure of an id, among all of the workspace. Fails with `not_found`. */
export async function findMeasure(
  { workspaceId }: Context,
  tx: Db,
  id: string,
): Promise<Result<Found, { code: 'not_found'; message: string }>> {
  const measures = await listMeasures(tx, { workspaceId });
  const measure = measures.find((one) => one.id === id);
  return measure
    ? ok({ measure, measures })
    : err({ code: 'not_found', message: 'There is no such measure.' });
}
