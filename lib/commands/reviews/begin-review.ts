import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { loadReport } from '#lib/data/load-report';
import { appendReview, findLastReviewNumber } from '#lib/data/reviews';
import { changed } from '#lib/domain/audit/audit-event';
import { canonicalJson } from '#lib/domain/audit/chain';
import { ok } from '#lib/domain/result';
import { beginReview as decideBegin } from '#lib/domain/reviews/review';
import { reviewView } from '#lib/domain/reviews/review-view';

/**
 * Begins a review: a draft over the report as it is now, whole and with its hash.
 *
 * The number of a discarded draft is not given again: whoever still has it open must not write into another.
 */
export const beginReview = defineCommand({
  capability: 'review.write',
  input: z.strictObject({}),
  output: reviewView,
  async run({ ctx, tx }) {
    const { workspaceId, now, actor } = ctx;
    const { report, facts } = await loadReport(ctx, tx);
    const reportHash = facts.digest(canonicalJson(report));
    const lastNumber = await findLastReviewNumber(tx, { workspaceId });
    const begun = decideBegin(
      { lastNumber, open: report.reviews.open },
      { reportHash, by: actor.name, at: now },
    );
    if (!begun.ok) return begun;
    const after = begun.value;
    await appendReview(tx, { id: randomUUID(), workspaceId, report, ...after });
    const subject = `review:${after.number}`;
    return ok(changed(after, { action: 'review.begun', subject, before: null, after }));
  },
});
