import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/** Where the baseline decisions and the files made of them stand: done once somebody has chosen. */
export function configurationStanding({ configuration }: RolloutFacts): Standing {
  const { version, decisions } = configuration;
  if (version > 0) return { state: 'done', reason: null, version, content: decisions };
  return { state: 'todo', reason: 'No configuration has been chosen yet.', version, content: null };
}
