import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findReviewWithReport, listReviews } from '#lib/data/reviews';
import { canonicalJson } from '#lib/domain/audit/chain';
import { reportView } from '#lib/domain/report/report-view';
import { reviewView } from '#lib/domain/reviews/review-view';
import { defineQuery } from './define-query';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Every review, newest first. */
export const readReviews = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ reviews: z.array(reviewView) }),
  async run({ ctx: { workspaceId }, db }) {
    return { reviews: await listReviews(db, { workspaceId }) };
  },
});

/** One review with the report it froze, and whether that report still has the hash it was frozen with. */
export const readReview = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  output: reviewView.extend({ report: reportView, hashHolds: z.boolean() }),
  async run({ ctx: { workspaceId }, db, input: { number } }) {
    const review = await findReviewWithReport(db, { workspaceId, number });
    if (!review) return null;
    const { stored, ...rest } = review;
    return { ...rest, hashHolds: sha256(canonicalJson(stored)) === review.reportHash };
  },
});
