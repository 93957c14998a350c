import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import type { Review } from '#lib/domain/reviews/review';
import { beginReviewAction, discardReviewAction } from './actions';
import { BeginForm } from './begin-form';
import { DiscardForm } from './discard-form';

type Props = { slug: string; reviews: readonly Review[]; mayWrite: boolean };

/** Begins a review, or leads on to the draft that is open. */
export function BeginBox({ slug, reviews, mayWrite }: Props) {
  const draft = reviews.find(({ signedAt }) => signedAt === null);
  if (!mayWrite) return reviews.length === 0 ? <NoneYet /> : null;
  if (draft) return <Draft slug={slug} draft={draft} />;
  const begin = <BeginForm action={beginReviewAction.bind(null, slug)} />;
  if (reviews.length > 0) return begin;
  return (
    <Box label="Begin a review">
      <EmptyState title="No review was begun yet." action={begin}>
        A review freezes the report as it is, and holds what was found, decided and given out. It takes as
        long as the meeting; the governance owner signs it and sets the next date.
      </EmptyState>
    </Box>
  );
}

function NoneYet() {
  return (
    <Box label="Begin a review">
      <EmptyState title="No review was begun yet.">
        The governance owner or the workspace owner begins one.
      </EmptyState>
    </Box>
  );
}

function Draft({ slug, draft: { number, version } }: { slug: string; draft: Review }) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      {/* safe because the parts are a slug and a number */}
      <LinkButton variant="primary" href={`/${slug}/reviews/${number}` as Route}>
        {`Go on with review ${number}`}
      </LinkButton>
      <Disclosure summary="Discard the draft…">
        <DiscardForm action={discardReviewAction.bind(null, slug)} number={number} version={version} />
        <p className="meta mt-1">What was written stays in the audit log.</p>
      </Disclosure>
    </div>
  );
}
