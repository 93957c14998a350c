import type { Branch } from '#components/ui/register';
import type { ToggleStatus } from './toggle-status';

/** Where each toggle of a group hangs in the line of what needs what, by key; one that stands alone has no place. */
export function branchesOf(toggles: readonly ToggleStatus[]): Map<string, Branch> {
  const needs = new Map(
    toggles.map(({ toggle }) => [toggle.setting.key, toggle.definition.requires.at(0) ?? null]),
  );
  const keys = [...needs.keys()];
  const branches = new Map<string, Branch>();

  for (const [index, key] of keys.entries()) {
    const needed = needs.get(key) ?? null;
    const opens = keys.some((other) => needs.get(other) === key);
    const more = needed !== null && keys.slice(index + 1).some((other) => needs.get(other) === needed);
    if (opens || needed !== null) branches.set(key, { depth: depthOf(key, needs), opens, more });
  }
  return branches;
}

function depthOf(key: string, needs: ReadonlyMap<string, string | null>): Branch['depth'] {
  const above = needs.get(key);
  if (!above) return 0;
  return needs.get(above) ? 2 : 1;
}
