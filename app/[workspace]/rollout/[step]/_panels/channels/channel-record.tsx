import { DefinitionList, type Fact } from '#components/ui/facts';
import { Icon } from '#components/ui/icon';
import { Time } from '#components/ui/time';
import { dayInWords } from '#lib/domain/calendar';
import { freshnessOf, freshnessWords, type Channel } from '#lib/domain/channels/channel';

type Props = { channel: Channel; keptDays: number | null; today: string; now: Date; zone: string };

/** What was recorded of a channel: by whom it was set up, how fresh it is, the word on it. */
export function ChannelRecord({ channel, keptDays, today, now, zone }: Props) {
  if (channel.version === 0) return null;
  const { setUpBy, link, note, by, at } = channel;
  const facts: Fact[] = [
    ...(channel.state === 'set_up' && setUpBy ? [{ term: 'Set up by', value: setUpBy }] : []),
    ...exportFact(channel, keptDays, today),
    ...(link ? [{ term: 'Link', value: <OutsideLink href={link} /> }] : []),
    ...(note ? [{ term: 'Note', value: <span className="whitespace-pre-line">{note}</span> }] : []),
    ...(by && at
      ? [
          {
            term: 'Recorded',
            value: (
              <>
                {by}, <Time at={at} now={now} zone={zone} />
              </>
            ),
          },
        ]
      : []),
  ];
  return <DefinitionList facts={facts} />;
}

function OutsideLink({ href }: { href: string }) {
  return (
    <a className="wrap-anywhere" href={href} rel="noreferrer">
      {href}
    </a>
  );
}

function exportFact(channel: Channel, keptDays: number | null, today: string): Fact[] {
  const { state, lastExportOn } = channel;
  if (state !== 'set_up') return [];
  const freshness = freshnessOf(channel, keptDays, today);
  const words = freshnessWords(freshness);
  if (lastExportOn === null) return words ? [{ term: 'Last export', value: 'None', meta: words }] : [];
  const isLate = freshness.kind === 'stale' || freshness.kind === 'warning';
  const mark = isLate ? <Icon name="triangle-alert" tone="warning" small className="mr-1" /> : null;
  const meta = words ? (
    <span className="block">
      {mark}
      {words}
    </span>
  ) : null;
  return [{ term: 'Last export', value: dayInWords(lastExportOn, today), meta }];
}
