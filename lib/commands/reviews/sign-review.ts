import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { listOwners } from '#lib/data/owners';
import { findCadence, saveCadence } from '#lib/data/review-cadence';
import { saveReview } from '#lib/data/reviews';
import { findWorkspace } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import { calendarDay } from '#lib/domain/calendar-day';
import { localDay } from '#lib/domain/local-day';
import { err, ok } from '#lib/domain/result';
import { cadenceMissing, signedFields, signReview as decideSignature } from '#lib/domain/reviews/review';
import { reviewView } from '#lib/domain/reviews/review-view';
import { seenVersion } from '#lib/domain/versioned';
import { findSeenReview, reviewNumber } from './find-seen-review';

/** Signs a draft as the governance owner, with the text sent along, and sets the date of the next review. */
export const signReview = defineCommand({
  capability: 'review.write',
  input: z.strictObject({ number: reviewNumber, ...signedFields, nextOn: calendarDay, version: seenVersion }),
  output: reviewView,
  async run({ ctx, tx, input: { number, nextOn, version, ...text } }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findSeenReview(ctx, tx, { number, version });
    if (!found.ok) return found;
    const owners = await listOwners(tx, { workspaceId });
    const workspace = await findWorkspace(tx, { workspaceId });
    const cadence = await findCadence(tx, { workspaceId });
    const signer = { name: actor.name, held: await heldDuties(ctx, tx, owners) };
    const today = localDay(now, workspace?.timeZone ?? 'UTC');
    const signed = decideSignature(found.value, { signer, text, nextOn }, { owners, at: now, today });
    if (!signed.ok) return signed;
    const { every } = cadence;
    if (every === null) return err(cadenceMissing);

    const [before, after] = [found.value, signed.value];
    const settled = { every, nextOn, version: cadence.version + 1 };
    await saveReview(tx, { workspaceId, ...after });
    await saveCadence(tx, { ...settled, workspaceId, changedAt: now, changedBy: actor.name });
    return ok(
      changed(
        after,
        { action: 'review.signed', subject: `review:${number}`, before, after },
        { action: 'cadence.set', subject: 'cadence:reviews', before: cadence, after: settled },
      ),
    );
  },
});
