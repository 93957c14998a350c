import Link from 'next/link';
import { Time } from '#components/ui/time';
import { readWorklistSum } from '#lib/queries/worklist';
import { requireVisit } from '#lib/shell/context';
import { accessPath } from './access-places';

/** How much there is to do in the vendor's console, in one line that leads there. */
export async function WorklistBox({ slug }: { slug: string }) {
  const { ctx, membership } = await requireVisit(slug);
  const sum = await readWorklistSum(ctx);
  if (!sum) return null;
  const { open, confirmedAt, confirmedBy } = sum;
  if (open === 0 && confirmedAt === null) return null;
  return (
    <p>
      <Link className="alone" href={accessPath(slug, 'worklist')}>
        {open === 0 ? 'Everything wanted is confirmed in the console' : stepsWords(open)}
      </Link>{' '}
      {confirmedAt && confirmedBy ? (
        <span className="meta">
          {`Last confirmed by ${confirmedBy}, `}
          <Time at={confirmedAt} now={ctx.now} zone={membership.workspace.timeZone} />
        </span>
      ) : null}
    </p>
  );
}

const stepsWords = (open: number) =>
  open === 1 ? '1 step to do in the console' : `${open.toLocaleString('en')} steps to do in the console`;
