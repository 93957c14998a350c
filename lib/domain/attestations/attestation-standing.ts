import { basisChanges, type BasisPart } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/**
 * Where a task that rests on a person's word stands: to do without one, stale while what the word was given
 * for has changed, done otherwise.
 */
export function attestationStanding(
  taskId: string,
  restsOn: readonly BasisPart[],
  facts: RolloutFacts,
): Standing {
  const word = facts.attestations.get(taskId);
  const version = word?.version ?? 0;
  if (word?.kind !== 'given') {
    return { state: 'todo', reason: 'Nobody has confirmed it yet.', version, content: null };
  }
  const { by, note, link } = word;
  const content = { by, at: word.at.toISOString(), note, link, restsOn: word.restsOn };
  const changes = basisChanges(restsOn, word.restsOn, facts);
  if (changes.length === 0) return { state: 'done', reason: null, version, content };
  return { state: 'stale', reason: `${changes.join(' ')} ${by} confirmed it before that.`, version, content };
}
