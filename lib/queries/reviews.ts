import 'server-only';
import { z } from 'zod';
import { findLastEvent } from '#lib/data/audit-log';
import { findReviewWithReport, listReviews } from '#lib/data/reviews';
import { readTogether } from '#lib/data/transact';
import { canonicalJson } from '#lib/domain/audit/chain';
import { reportView } from '#lib/domain/report/report-view';
import { reviewRecord } from '#lib/domain/reviews/review-record';
import { reviewView } from '#lib/domain/reviews/review-view';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** Every review, newest first. */
export const readReviews = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ reviews: z.array(reviewView) }),
  async run({ ctx: { workspaceId }, db }) {
    return { reviews: await listReviews(db, { workspaceId }) };
  },
});

/** One review with the report it froze, and whether both are still what the audit log holds. */
export const readReview = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  output: reviewView.extend({ report: reportView, hashHolds: z.boolean(), recordHolds: z.boolean() }),
  async run({ ctx: { workspaceId }, input: { number } }) {
    const { review, event } = await readTogether(async (tx) => ({
      review: await findReviewWithReport(tx, { workspaceId, number }),
      event: await findLastEvent(tx, { workspaceId, subject: `review:${number}` }),
    }));
    if (!review) return null;
    const { stored, report, ...rest } = review;
    return { ...rest, report, ...reviewRecord(rest, sha256(canonicalJson(stored)), event?.after) };
  },
});
