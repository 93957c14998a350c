import { Box } from '#components/ui/box';
import { Button } from '#components/ui/button';
import { localDay } from '#lib/domain/local-day';
import { dutiesOf } from '#lib/domain/owners/owner';
import { cadenceWords, nextDay } from '#lib/domain/reviews/cadence';
import { cadenceMissing, refuseSigner, type Review } from '#lib/domain/reviews/review';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { changeReviewAction, signReviewAction } from './actions';
import { ReviewForm } from './review-form';
import { SignForm } from './sign-form';

/** The draft of a review: its text to write, and its signature. */
export function DraftBoxes({ slug, review }: { slug: string; review: Review }) {
  return (
    <>
      <Box title="What was found, decided and given out">
        <ReviewForm action={changeReviewAction.bind(null, slug)} review={review} />
      </Box>
      <SignBox slug={slug} review={review} />
    </>
  );
}

async function SignBox({ slug, review }: { slug: string; review: Review }) {
  const [{ ctx, membership }, { facts, owners }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { number, version } = review;
  const { every } = facts.cadence;
  const refused = refuseSigner({ held: dutiesOf(membership, owners) }, owners)?.message;
  const reason = refused ?? (every === null ? cadenceMissing.message : null);
  return (
    <Box title="Signature" meta="Governance owner">
      {reason !== null || every === null ? (
        <Button disabledReason={reason ?? cadenceMissing.message}>{`Sign review ${number}`}</Button>
      ) : (
        <SignForm
          action={signReviewAction.bind(null, slug)}
          number={number}
          version={version}
          suggestedOn={nextDay(localDay(ctx.now, facts.timeZone), every)}
          hint={`${cadenceWords[every]} suggests this day. Once signed, nothing in the review changes.`}
        />
      )}
    </Box>
  );
}
