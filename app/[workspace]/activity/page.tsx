import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { List } from '#components/ui/list';
import { readFeedPage } from '#lib/domain/audit/feed-pages';
import { listActivity } from '#lib/queries/activity';
import { requireVisit } from '#lib/shell/context';
import { EventRow } from './_feed/event-row';
import { FeedFoot } from './_feed/feed-foot';

export const metadata: Metadata = { title: 'Activity' };

/** Every event of the audit log in words, newest first, a page at a time. */
export default async function ActivityPage({ params, searchParams }: PageProps<'/[workspace]/activity'>) {
  const { workspace: slug } = await params;
  const wanted = readFeedPage((await searchParams).cursor);
  if (!wanted) notFound();
  const { ctx, membership } = await requireVisit(slug);
  const [page, head] = await Promise.all([
    listActivity(ctx, { cursor: wanted.cursor ?? undefined }),
    listActivity(ctx, { limit: 1 }),
  ]);
  const events = page?.events ?? [];
  const total = head?.events[0]?.sequence ?? 0;
  const zone = membership.workspace.timeZone;

  return (
    <Page>
      <PageHeader
        title="Activity"
        meta={
          <>
            <span>{`${total.toLocaleString('en')} ${total === 1 ? 'entry' : 'entries'}`}</span>
            <span>Each entry holds the hash of the one before.</span>
            <span>{`Times in ${zone}`}</span>
          </>
        }
      />
      {events.length === 0 ? (
        <Box label="Audit log">
          <NothingRecorded isEmpty={total === 0} />
        </Box>
      ) : (
        <Box label="Audit log" flush footer={<FeedFoot slug={slug} events={events} total={total} />}>
          <List>
            {events.map((event) => (
              <EventRow key={event.id} slug={slug} event={event} now={ctx.now} zone={zone} />
            ))}
          </List>
        </Box>
      )}
    </Page>
  );
}

function NothingRecorded({ isEmpty }: { isEmpty: boolean }) {
  return isEmpty ? (
    <EmptyState title="Nothing was recorded yet.">
      Every change stands here from the moment it is made: who, what, when, and the values before and after.
    </EmptyState>
  ) : (
    <EmptyState title="There is nothing older.">The audit log begins with entry 1.</EmptyState>
  );
}
