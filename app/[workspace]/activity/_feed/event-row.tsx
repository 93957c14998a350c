import { Avatar } from '#components/ui/avatar';
import { Disclosure } from '#components/ui/disclosure';
import { ListRow } from '#components/ui/list';
import { Sentence } from '#components/ui/sentence';
import { Time } from '#components/ui/time';
import { eventSentence } from '#lib/catalog/event-sentence';
import { doorWords } from '#lib/domain/audit/describe-event';
import type { EventView } from '#lib/queries/activity';
import { EventProof } from './event-proof';

type Props = { slug: string; event: EventView; now: Date; zone: string };

/** One event: who did what, when and through which door; behind it what it rests on. */
export function EventRow({ slug, event, now, zone }: Props) {
  return (
    <ListRow
      lead={<Avatar name={event.actor.name} decorative />}
      meta={<Time at={event.at} now={now} zone={zone} />}
      second={
        <Disclosure
          summary={`Details of entry ${event.sequence.toLocaleString('en')}, ${doorWords(event.via)}`}
        >
          <EventProof event={event} />
        </Disclosure>
      }
    >
      <span>
        <strong>
          <bdi>{event.actor.name}</bdi>
        </strong>{' '}
        <Sentence parts={eventSentence(slug, event)} />
      </span>
    </ListRow>
  );
}
