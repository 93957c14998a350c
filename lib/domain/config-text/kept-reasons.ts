import { sameValue } from './compare-values';
import { sectionsOf } from './statements';
import { textValues, valueAt } from './text-values';

/** The parts of a dotted name as TOML writes it; none where it is no name. */
const partsOf = (dotted: string): readonly string[] => sectionsOf(`${dotted} = 0`)?.[0]?.pairs[0]?.keys ?? [];

/** The reasons whose keys say after a change what they said before: a reason is for a value, not for a name. */
export function keptReasons(
  reasons: Readonly<Record<string, string>>,
  before: string,
  after: string,
): Record<string, string> {
  const [was, is] = [textValues(before), textValues(after)];
  return Object.fromEntries(
    Object.entries(reasons).filter(([dotted]) => {
      const path = partsOf(dotted);
      return path.length > 0 && sameValue(valueAt(was, path), valueAt(is, path));
    }),
  );
}
