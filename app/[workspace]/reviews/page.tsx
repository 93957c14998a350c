import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Box } from '#components/ui/box';
import { Note } from '#components/ui/note';
import { Table } from '#components/ui/table';
import { can } from '#lib/domain/authorization/can';
import { dayInWords } from '#lib/domain/calendar';
import { localDay } from '#lib/domain/local-day';
import { cadenceWords, isOverdue } from '#lib/domain/reviews/cadence';
import { readReviews } from '#lib/queries/reviews';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { BeginBox } from './_controls/begin-box';
import { ReviewRow } from './_list/review-row';

export const metadata: Metadata = { title: 'Reviews' };

const columns = ['Review', 'State', 'Begun', 'Signed', 'Findings', 'Decisions', 'Actions', 'Next'].map(
  (label) => ({ label, number: ['Findings', 'Decisions', 'Actions'].includes(label) }),
);

/** Every governance review: the draft first, then the signed ones, and when the next is due. */
export default async function ReviewsPage({ params }: PageProps<'/[workspace]/reviews'>) {
  const { workspace: slug } = await params;
  const ctx = await requireContext(slug);
  const { facts } = await rolloutOf(slug);
  const { cadence, timeZone: zone } = facts;
  const reviews = (await readReviews(ctx))?.reviews ?? [];
  const today = localDay(ctx.now, zone);

  return (
    <Page>
      <PageHeader
        title="Reviews"
        meta={
          <>
            <span>{cadence.every ? cadenceWords[cadence.every] : 'Cadence not settled'}</span>
            {cadence.nextOn ? <span>{`Next ${dayInWords(cadence.nextOn, today)}`}</span> : null}
            <span>{`Times in ${zone}`}</span>
          </>
        }
      />
      {isOverdue(cadence, today) && cadence.nextOn ? (
        <Note tone="stale" title={`The review of ${dayInWords(cadence.nextOn, today)} is overdue.`}>
          It counts once the governance owner has signed it.
        </Note>
      ) : null}
      <BeginBox slug={slug} reviews={reviews} mayWrite={can(ctx.actor, 'review.write')} />
      {reviews.length === 0 ? null : (
        <Box label="Reviews" flush>
          <Table label="Reviews" columns={columns}>
            {reviews.map((review) => (
              <ReviewRow key={review.number} {...{ slug, review, zone, today }} now={ctx.now} />
            ))}
          </Table>
        </Box>
      )}
    </Page>
  );
}
