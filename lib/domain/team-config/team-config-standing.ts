import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/**
 * Where the Team Config stands: done once config.toml follows from decisions, and rules and skills were saved
 * without an error. Saving empty rules and no skills says that none are wanted.
 */
export function teamConfigStanding({ configuration, teamConfig }: RolloutFacts): Standing {
  const { version, sha256, errors } = teamConfig;
  const content = version > 0 ? { sha256, sandbox: configuration.decisions?.sandbox ?? null } : null;
  if (version === 0) {
    const reason = 'Rules and skills have not been saved yet; the download holds starter content.';
    return { state: 'todo', reason, version, content };
  }
  const reason = openReason(configuration.version, errors);
  return { state: reason === null ? 'done' : 'in_progress', reason, version, content };
}

function openReason(configurationVersion: number, errors: number): string | null {
  if (errors > 0) return `Clients would refuse the rules: ${errors === 1 ? '1 error' : `${errors} errors`}.`;
  return configurationVersion === 0 ? 'config.toml follows once the five decisions are taken.' : null;
}
