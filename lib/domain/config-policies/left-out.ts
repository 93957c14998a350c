import { textValues } from '#lib/domain/config-text/text-values';
import type { PlacementFinding } from './policy-reach';

/** How many keys are named. */
const mostNamed = 6;

/**
 * What `base` requires and a policy does not speak of: its people are free in that, because a policy takes the place of
 * requirements.toml and nothing is merged. Null where it speaks of everything, or where a text is no TOML.
 */
export function leftOut(text: string, base: string): PlacementFinding | null {
  const [own, all] = [textValues(text), textValues(base)];
  if (!own || !all) return null;
  const missing = Object.keys(all).filter((key) => own[key] === undefined);
  if (missing.length === 0) return null;
  const more = missing.length - mostNamed;
  const named = [...missing.slice(0, mostNamed), ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
  const what =
    Object.keys(own).length === 0 ? 'It requires nothing' : 'It leaves out what others are held to';
  return {
    id: 'leaves_out',
    severity: 'warning',
    message: `${what}, and takes the place of requirements.toml: its people are free in ${named}.`,
  };
}
