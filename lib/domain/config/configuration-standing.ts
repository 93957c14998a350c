import { tellErrors } from '#lib/domain/config-text/draft-errors';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import type { DecidedBy } from '#lib/domain/rollout/task';
import { configFileNames, type ConfigFileName } from './file-sections';

type Part = Extract<DecidedBy, { kind: 'configuration' }>['part'];

/** The files whose errors keep a task open. The decisions stand in all three. */
const filesOf: Readonly<Record<Part, readonly ConfigFileName[]>> = {
  requirements: ['requirements.toml'],
  'managed-defaults': ['managed_config.toml'],
  'baseline-decisions': configFileNames,
};

/**
 * Where a part of the configuration stands: done once somebody has chosen and no client of the fleet would refuse,
 * replace or ignore what its files say.
 */
export function configurationStanding(
  { configuration, configTexts, configErrors }: RolloutFacts,
  { part }: { part: Part },
): Standing {
  const { version, decisions } = configuration;
  if (version === 0) {
    return { state: 'todo', reason: 'No configuration has been chosen yet.', version, content: null };
  }
  const chosen = configTexts.size === 0 ? decisions : { decisions, texts: Object.fromEntries(configTexts) };
  const reason = tellErrors(configErrors, filesOf[part]);
  if (reason === null) return { state: 'done', reason, version, content: chosen };
  return { state: 'in_progress', reason, finding: true, version, content: { chosen, errors: reason } };
}
