import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { findReview } from '#lib/data/reviews';
import type { Context } from '#lib/domain/context';
import { conflict, type Conflict } from '#lib/domain/errors';
import { err, ok, type Result } from '#lib/domain/result';
import type { Review } from '#lib/domain/reviews/review';

/** The number in a review's address. */
export const reviewNumber = z.coerce.number('Give the number of a review.').int().min(1).max(1_000_000);

type Seen = { number: number; version: number };
type NotFound = { code: 'not_found'; message: string };

/** The review a write is about, at the version the caller saw. Fails with `not_found` and `conflict`. */
export async function findSeenReview(
  { workspaceId }: Context,
  tx: Db,
  { number, version }: Seen,
): Promise<Result<Review, NotFound | Conflict<Review>>> {
  const review = await findReview(tx, { workspaceId, number });
  if (!review) return err({ code: 'not_found', message: 'There is no such review.' });
  return review.version === version ? ok(review) : err(conflict(review));
}
