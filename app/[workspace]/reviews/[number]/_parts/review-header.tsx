import type { Route } from 'next';
import { PageHeader } from '#components/layout/page-header';
import { Badge } from '#components/ui/badge';
import { PrintButton } from '#components/ui/print-button';
import { Time } from '#components/ui/time';
import { dayInWords } from '#lib/domain/calendar';
import type { Review } from '#lib/domain/reviews/review';

type Props = { slug: string; review: Review; now: Date; zone: string; today: string };

/** Which review it is, who began and signed it, and the hash of the report it froze. */
export function ReviewHeader({ slug, review, now, zone, today }: Props) {
  const { number, startedAt, startedBy, signedAt, signedBy, nextOn } = review;
  return (
    <PageHeader
      title={`Review ${number}`}
      badge={<Badge tone={signedAt ? 'done' : 'progress'}>{signedAt ? 'Signed' : 'Draft'}</Badge>}
      // safe because a slug is lower-case words and hyphens
      parent={{ href: `/${slug}/reviews` as Route, label: 'Reviews', here: `Review ${number}` }}
      meta={
        <>
          <span>
            Begun by {startedBy}, <Time at={startedAt} now={now} zone={zone} />
          </span>
          {signedAt ? (
            <span>
              Signed by {signedBy}, <Time at={signedAt} now={now} zone={zone} />
            </span>
          ) : null}
          {nextOn ? <span>{`Next review ${dayInWords(nextOn, today)}`}</span> : null}
          <span>{`Times in ${zone}`}</span>
        </>
      }
      actions={<PrintButton>Print</PrintButton>}
    />
  );
}
