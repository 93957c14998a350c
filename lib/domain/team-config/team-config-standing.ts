import { tellErrors } from '#lib/domain/config-text/draft-errors';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/**
 * Where the Team Config stands: done once config.toml follows from decisions and holds no error, and rules and
 * skills were saved without one. Saving empty rules and no skills says that none are wanted.
 */
export function teamConfigStanding({ configuration, configErrors, teamConfig }: RolloutFacts): Standing {
  const { version, sha256, errors } = teamConfig;
  if (version === 0) {
    const reason = 'Rules and skills have not been saved yet; the download holds starter content.';
    return { state: 'todo', reason, version, content: null };
  }
  const saved = { sha256, sandbox: configuration.decisions?.sandbox ?? null };
  const told = tellErrors(configErrors, ['config.toml']);
  const reason = openReason(configuration.version, errors) ?? told;
  const content = told === null ? saved : { ...saved, errors: told };
  return { state: reason === null ? 'done' : 'in_progress', reason, version, content };
}

function openReason(configurationVersion: number, errors: number): string | null {
  if (errors > 0) return `Clients would refuse the rules: ${errors === 1 ? '1 error' : `${errors} errors`}.`;
  return configurationVersion === 0 ? 'config.toml follows once the five decisions are taken.' : null;
}
