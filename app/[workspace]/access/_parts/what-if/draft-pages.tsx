import { LinkButton } from '#components/ui/button';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { page: DraftScreen['page']; address: DraftAddress };

/** Which of the people stand on this page, in how many profiles, and the ways to the others. */
export function DraftPages({ page, address }: Props) {
  const [first, last] = [page.from + 1, page.from + page.rows.length];
  const profiles =
    page.profiles === 1 ? 'one profile: all lose and gain the same' : `${page.profiles} profiles`;
  return (
    <>
      <span className="meta">
        {`${first.toLocaleString('en')} to ${last.toLocaleString('en')} of ${page.total.toLocaleString('en')}, ${profiles}`}
      </span>
      <span className="flex gap-2">
        {page.back === null ? null : (
          <LinkButton small scroll={false} href={draftHref(address, { cursor: page.back })}>
            Back
          </LinkButton>
        )}
        {page.cursor === null ? null : (
          <LinkButton small scroll={false} href={draftHref(address, { cursor: page.cursor })}>
            {`Next ${Math.min(50, page.total - last)}`}
          </LinkButton>
        )}
      </span>
    </>
  );
}
