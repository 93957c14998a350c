import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { removeReview } from '#lib/data/reviews';
import { changed } from '#lib/domain/audit/audit-event';
import { ok } from '#lib/domain/result';
import { discardReview as decideDiscard } from '#lib/domain/reviews/review';
import { reviewView } from '#lib/domain/reviews/review-view';
import { seenVersion } from '#lib/domain/versioned';
import { findSeenReview, reviewNumber } from './find-seen-review';

/** Throws a draft away; what was written into it stays in the audit log. */
export const discardReview = defineCommand({
  capability: 'review.write',
  input: z.strictObject({ number: reviewNumber, version: seenVersion }),
  output: reviewView,
  async run({ ctx, tx, input: { number, version } }) {
    const found = await findSeenReview(ctx, tx, { number, version });
    if (!found.ok) return found;
    const discarded = decideDiscard(found.value);
    if (!discarded.ok) return discarded;
    const before = discarded.value;
    await removeReview(tx, { workspaceId: ctx.workspaceId, number });
    const subject = `review:${number}`;
    return ok(changed(before, { action: 'review.discarded', subject, before, after: null }));
  },
});
