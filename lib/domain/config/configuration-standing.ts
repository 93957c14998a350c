import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/** Where the baseline decisions and the files made of them stand: done once somebody has chosen. */
export function configurationStanding({ configuration, configTexts }: RolloutFacts): Standing {
  const { version, decisions } = configuration;
  const content = configTexts.size === 0 ? decisions : { decisions, texts: Object.fromEntries(configTexts) };
  if (version > 0) return { state: 'done', reason: null, version, content };
  return { state: 'todo', reason: 'No configuration has been chosen yet.', version, content: null };
}
