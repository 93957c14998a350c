import { sectionsOf } from '#lib/domain/config/file-sections';
import { renderToml } from '#lib/domain/config/render-toml';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

/**
 * SHA-256 of what requirements.toml holds after its header, in hex; null until a configuration was chosen.
 *
 * The header names the sum and the time, so that the same decisions have the same sum whenever they were made.
 */
export function expectedSum({ configuration, loginRestriction, digest }: RolloutFacts): string | null {
  const { decisions } = configuration;
  if (!decisions) return null;
  const source = { decisions, login: loginRestriction.restriction };
  return digest(renderToml(sectionsOf['requirements.toml'](source)));
}
