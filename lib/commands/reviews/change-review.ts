import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveReview } from '#lib/data/reviews';
import { changed } from '#lib/domain/audit/audit-event';
import { ok } from '#lib/domain/result';
import { changeReview as decideChange, reviewFields } from '#lib/domain/reviews/review';
import { reviewView } from '#lib/domain/reviews/review-view';
import { seenVersion } from '#lib/domain/versioned';
import { findSeenReview, reviewNumber } from './find-seen-review';

/** Writes findings, decisions and actions into a draft. */
export const changeReview = defineCommand({
  capability: 'review.write',
  input: z.strictObject({ number: reviewNumber, ...reviewFields, version: seenVersion }),
  output: reviewView,
  async run({ ctx, tx, input: { number, version, ...text } }) {
    const found = await findSeenReview(ctx, tx, { number, version });
    if (!found.ok) return found;
    const next = decideChange(found.value, text);
    if (!next.ok) return next;
    const [before, after] = [found.value, next.value];
    await saveReview(tx, { workspaceId: ctx.workspaceId, ...after });
    return ok(changed(after, { action: 'review.changed', subject: `review:${number}`, before, after }));
  },
});
