import { Box } from '#components/ui/box';
import { localDay } from '#lib/domain/local-day';
import { dutiesOf } from '#lib/domain/owners/owner';
import { cadenceWords, nextDay } from '#lib/domain/reviews/cadence';
import { cadenceMissing, refuseSigner, type Review } from '#lib/domain/reviews/review';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { writeReviewAction } from './actions';
import { ReviewForm, type Signing } from './review-form';

/** The draft of a review: its text to write, and its signature, in one form. */
export async function DraftBox({ slug, review }: { slug: string; review: Review }) {
  return (
    <Box title="What was found, decided and given out">
      <ReviewForm
        action={writeReviewAction.bind(null, slug)}
        review={review}
        signing={await signingOf(slug)}
      />
    </Box>
  );
}

async function signingOf(slug: string): Promise<Signing> {
  const [{ ctx, membership }, { facts, owners }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { every } = facts.cadence;
  const refused = refuseSigner({ held: dutiesOf(membership, owners) }, owners);
  if (refused) return { refused: refused.message };
  if (every === null) return { refused: cadenceMissing.message };
  return {
    suggestedOn: nextDay(localDay(ctx.now, facts.timeZone), every),
    hint: `${cadenceWords[every]} suggests this day. Once signed, nothing in the review changes.`,
  };
}
