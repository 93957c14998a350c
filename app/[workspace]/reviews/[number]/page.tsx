import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { ReportSheet } from '#components/report/report-sheet';
import { Note } from '#components/ui/note';
import { can } from '#lib/domain/authorization/can';
import { localDay } from '#lib/domain/local-day';
import { readReport } from '#lib/queries/report';
import { readReview } from '#lib/queries/reviews';
import { requireVisit } from '#lib/shell/context';
import { DraftBox } from './_controls/draft-box';
import { Differences } from './_parts/differences';
import { ReviewHeader } from './_parts/review-header';
import { ReviewTextBoxes } from './_parts/review-text';

type Props = PageProps<'/[workspace]/reviews/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review ${(await params).number}` };
}

/** One review: what was found, decided and given out, beside the report it froze. */
export default async function ReviewPage({ params }: Props) {
  const { workspace: slug, number } = await params;
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  const { ctx, membership } = await requireVisit(slug);
  const [review, live] = await Promise.all([readReview(ctx, { number }), readReport(ctx)]);
  if (!review || !live) notFound();
  const zone = membership.workspace.timeZone;
  const today = localDay(ctx.now, zone);
  const isOpen = review.signedAt === null && can(ctx.actor, 'review.write');

  return (
    <Page fluid>
      <ReviewHeader {...{ slug, review, zone, today }} now={ctx.now} />
      {review.hashHolds ? null : (
        <Note tone="blocked" title="The frozen report is not what was frozen.">
          Its hash differs from the one the audit log holds.
        </Note>
      )}
      {review.recordHolds ? null : (
        <Note tone="blocked" title="This review is not what was recorded.">
          Its text, its signature or its dates differ from what the audit log holds.
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-5 wide:grid-cols-2">
        <div className="grid min-w-0 grid-cols-1 gap-5">
          {isOpen ? <DraftBox slug={slug} review={review} /> : <ReviewTextBoxes {...{ review, today }} />}
          <Differences frozen={review.report} live={live} />
        </div>
        <section aria-labelledby="frozen" className="grid min-w-0 grid-cols-1 gap-3">
          <h2 id="frozen">The report as it was frozen</h2>
          <ReportSheet report={review.report} />
          <p className="meta wrap-anywhere">
            SHA-256 <code>{review.reportHash}</code>
          </p>
        </section>
      </div>
    </Page>
  );
}
