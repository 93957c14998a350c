import type { Grant, Grants } from '#lib/domain/rbac/grants';
import type { DraftBase } from './draft-base';
import { changeKey, type DraftChange } from './draft-change';
import type { DraftWorld } from './draft-world';

/**
 * The changes of a draft when its base is taken anew. A change of the defaults stores all that they say, also what
 * the draft never meant to change: a permission it left as its old base had it takes the value it has now.
 */
export function rebasedChanges(
  changes: readonly DraftChange[],
  { values }: DraftBase,
  { defaults: now }: Pick<DraftWorld, 'defaults'>,
): DraftChange[] {
  const before = values.find((value) => value.kind === 'defaults')?.permissions;
  if (!before) return [...changes];
  const rebased = changes.map((change) =>
    change.kind === 'default-role-changed'
      ? { ...change, permissions: { ...rebasedGrants(change.permissions, before, now) } }
      : change,
  );
  return lastOfEach(rebased);
}

function rebasedGrants(wanted: Grants, before: Grants, now: Grants): Grants {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(now)]);
  return Object.fromEntries(
    [...keys].flatMap((key): [string, Grant][] => {
      const grant = wanted[key] === before[key] ? now[key] : wanted[key];
      return grant === undefined ? [] : [[key, grant]];
    }),
  );
}

/** Two changes of the defaults may say the same now; the later one decides, and no draft says a thing twice. */
function lastOfEach(changes: readonly DraftChange[]): DraftChange[] {
  const places = new Map(changes.map((change, place) => [sortedKey(change), place]));
  return changes.filter((change, place) => places.get(sortedKey(change)) === place);
}

const sortedKey = (change: DraftChange): string => {
  if (change.kind !== 'default-role-changed') return changeKey(change);
  const said = Object.entries(change.permissions).sort(([one], [other]) => (one < other ? -1 : 1));
  return changeKey({ ...change, permissions: Object.fromEntries(said) });
};
