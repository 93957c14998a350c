import type { Route } from 'next';
import Link from 'next/link';
import { State } from '#components/ui/state';
import { TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { dayInWords } from '#lib/domain/calendar';
import type { Review } from '#lib/domain/reviews/review';

type Props = { slug: string; review: Review; now: Date; zone: string; today: string };

/** One review of the list. */
export function ReviewRow({ slug, review, now, zone, today }: Props) {
  const { number, startedAt, startedBy, signedAt, signedBy, findings, decisions, actions, nextOn } = review;
  // safe because the parts are a slug and a number
  const href = `/${slug}/reviews/${number}` as Route;
  return (
    <TableRow head={<Link href={href}>{`Review ${number}`}</Link>}>
      <TableCell>
        {signedAt ? <State state="done">Signed</State> : <State state="in_progress">Draft</State>}
      </TableCell>
      <TableCell>
        <Time at={startedAt} now={now} zone={zone} dateOnly /> <span className="meta">{startedBy}</span>
      </TableCell>
      <TableCell>
        {signedAt ? (
          <>
            <Time at={signedAt} now={now} zone={zone} dateOnly /> <span className="meta">{signedBy}</span>
          </>
        ) : (
          '–'
        )}
      </TableCell>
      <TableCell number>{findings.length}</TableCell>
      <TableCell number>{decisions.length}</TableCell>
      <TableCell number>{actions.length}</TableCell>
      <TableCell>{nextOn ? dayInWords(nextOn, today) : '–'}</TableCell>
    </TableRow>
  );
}
