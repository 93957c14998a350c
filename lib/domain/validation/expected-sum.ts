import { decidedBody } from '#lib/domain/config/decided-body';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

/**
 * SHA-256 of what requirements.toml holds after its header, in hex; null until a configuration was chosen.
 *
 * The header names the sum and the time, so that the same decisions have the same sum whenever they were made.
 */
export function expectedSum(facts: RolloutFacts): string | null {
  const { configuration, configTexts, loginRestriction, digest } = facts;
  const written = configTexts.get('requirements.toml');
  if (written !== undefined) return written;
  const { decisions } = configuration;
  if (!decisions) return null;
  return digest(decidedBody('requirements.toml', { decisions, login: loginRestriction.restriction }));
}
