import { localDay } from '#lib/domain/local-day';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { freshnessOf, freshnessWords, neverRecorded, type Channel, type ChannelKey } from './channel';

/**
 * Where a governance channel stands: to do until it is set up or left out on purpose, in progress until the
 * first export where data is kept for a while only, stale once the last export is older than that.
 */
export function channelStanding(key: ChannelKey, facts: RolloutFacts): Standing {
  const channel = facts.channels.get(key) ?? neverRecorded(key);
  const { version, state } = channel;
  if (state === 'not_set_up') {
    return { state: 'todo', reason: 'It is neither set up nor left out on purpose.', version, content: null };
  }
  const content = contentOf(channel);
  if (state === 'left_out') {
    return { state: 'done', reason: `${channel.by} left it out on purpose.`, version, content };
  }
  const { keptDays } = facts.guide.channels[key];
  const freshness = freshnessOf(channel, keptDays, localDay(facts.now, facts.timeZone));
  const reason = freshnessWords(freshness);
  if (freshness.kind === 'never') return { state: 'in_progress', reason, version, content };
  return { state: freshness.kind === 'stale' ? 'stale' : 'done', reason, version, content };
}

// Exports go on after a signature, so neither their days nor who wrote them down is part of it.
const contentOf = ({ state, setUpBy, link, note }: Channel) => ({ state, setUpBy, link, note });
