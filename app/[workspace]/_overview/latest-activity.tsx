import type { Route } from 'next';
import Link from 'next/link';
import { Avatar } from '#components/ui/avatar';
import { Box } from '#components/ui/box';
import { List, ListRow } from '#components/ui/list';
import { Sentence } from '#components/ui/sentence';
import { Time } from '#components/ui/time';
import { eventSentence } from '#lib/catalog/event-sentence';
import { listActivity } from '#lib/queries/activity';
import { requireVisit } from '#lib/shell/context';

const shown = 5;

/** The last events of the audit log. */
export async function LatestActivity({ slug }: { slug: string }) {
  const { ctx, membership } = await requireVisit(slug);
  const page = await listActivity(ctx, { limit: shown });
  const zone = membership.workspace.timeZone;
  // safe because a slug is lower-case words and hyphens
  const all = (
    <Link className="alone" href={`/${slug}/activity` as Route}>
      All activity
    </Link>
  );

  return (
    <Box title="Activity" meta={all} flush>
      <List>
        {page?.events.map((event) => (
          <ListRow
            key={event.id}
            lead={<Avatar name={event.actor.name} decorative />}
            meta={<Time at={event.at} now={ctx.now} zone={zone} />}
          >
            <span>
              <strong>
                <bdi>{event.actor.name}</bdi>
              </strong>{' '}
              <Sentence parts={eventSentence(slug, event)} />
            </span>
          </ListRow>
        ))}
      </List>
    </Box>
  );
}
