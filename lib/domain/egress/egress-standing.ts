import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { driftWords, type Egress } from './egress';
import { egressAge } from './egress-age';

/**
 * Where the egress ranges stand: open until both lists are there, stale once the published file was read more
 * than 24 hours ago, in progress while the lists differ, done when they hold the same addresses.
 */
export function egressStanding({ egress, now }: RolloutFacts): Standing {
  const { allowList, publication, drift } = egress;
  return {
    ...stateOf(egress, now),
    version: allowList.version,
    content: {
      allowed: allowList.list?.digest ?? null,
      published: publication?.digest ?? null,
      drift,
    },
  };
}

function stateOf(
  { allowList, publication, drift }: Egress,
  now: Date,
): Pick<Standing, 'state' | 'reason' | 'finding'> {
  if (!allowList.list) {
    const what = publication
      ? 'No allow list is here yet.'
      : 'Neither an allow list nor a published file is here yet.';
    return { state: 'todo', reason: what };
  }
  const age = egressAge(publication?.readAt ?? null, now);
  const differs = driftWords(drift);
  if (age.ok) {
    if (!differs) return { state: 'done', reason: null };
    return { state: 'in_progress', reason: `${differs}.`, finding: true };
  }
  const { code, message } = age.error;
  if (code === 'published_file_missing') return { state: 'todo', reason: message };
  return { state: 'stale', reason: differs ? `${message} Then: ${differs}.` : message };
}
