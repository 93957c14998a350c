import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import { feedPages, type FeedPage } from '#lib/domain/audit/feed-pages';
import type { EventView } from '#lib/queries/activity';

type Props = { slug: string; events: readonly EventView[]; total: number };

/** Which entries stand here, and the ways to newer and to older ones. */
export function FeedFoot({ slug, events, total }: Props) {
  const around = feedPages(
    events.map(({ sequence }) => sequence),
    total,
  );
  if (!around) return null;
  const { first, last, newer, older } = around;
  const number = (value: number) => value.toLocaleString('en');
  return (
    <>
      <span className="meta">{`${number(first)} to ${number(last)} of ${number(total)}`}</span>
      <nav className="flex gap-2" aria-label="Pages of the audit log">
        {newer ? <Turn slug={slug} page={newer} words="Newer" /> : null}
        {older ? <Turn slug={slug} page={older} words="Older" /> : null}
      </nav>
    </>
  );
}

function Turn({ slug, page, words }: { slug: string; page: FeedPage; words: string }) {
  const query = page.cursor === null ? '' : `?cursor=${page.cursor}`;
  return (
    // safe because a slug is lower-case words and hyphens, and a cursor is a number
    <LinkButton small href={`/${slug}/activity${query}` as Route}>
      {words}
    </LinkButton>
  );
}
