import type { TextColumn } from './text-column';

/**
 * Everybody of a workspace in the order of their names, as columns: whoever stands at position i has number
 * numbers[i]. Groups stand at the positions they have in `RuleBook.groups`.
 */
export type Population = {
  count: number;
  /** Numbers of the rows in the store. */
  numbers: Int32Array;
  ids: TextColumn;
  names: TextColumn;
  isActive: Uint8Array;
  /** The groups of person i are groups[offsets[i]] up to groups[offsets[i + 1]]. */
  offsets: Uint32Array;
  groups: Uint32Array;
  /** Positions of roles that people have directly, for those who have any; tri-state model. */
  directRoles: ReadonlyMap<number, readonly number[]>;
};

/** The positions of the groups that the person at `position` is in. */
export const groupsAt = ({ offsets, groups }: Population, position: number): Uint32Array =>
  groups.subarray(offsets[position] ?? 0, offsets[position + 1] ?? 0);

/**
 * The population with other groups, directly given roles or activity for some people, by position. Order, names
 * and numbers stay.
 */
export function replacePlaces(
  population: Population,
  placed: ReadonlyMap<
    number,
    { isActive: boolean; groups: readonly number[]; directRoles: readonly number[] }
  >,
): Population {
  const { count, offsets, groups } = population;
  const grown = [...placed].reduce(
    (sum, [at, { groups: own }]) => sum + own.length - groupsAt(population, at).length,
    0,
  );
  const next = { offsets: new Uint32Array(count + 1), groups: new Uint32Array(groups.length + grown) };
  const isActive = population.isActive.slice();
  const directRoles = new Map(population.directRoles);
  let copied = 0;
  let written = 0;
  const copyUpTo = (position: number) => {
    const [from, to] = [offsets[copied] ?? 0, offsets[position] ?? 0];
    const shift = written - from;
    for (let at = copied; at < position; at += 1) next.offsets[at] = (offsets[at] ?? 0) + shift;
    next.groups.set(groups.subarray(from, to), written);
    written += to - from;
  };
  for (const [position, place] of [...placed].sort(([one], [other]) => one - other)) {
    copyUpTo(position);
    next.offsets[position] = written;
    next.groups.set(place.groups, written);
    written += place.groups.length;
    copied = position + 1;
    isActive[position] = Number(place.isActive);
    if (place.directRoles.length > 0) directRoles.set(position, place.directRoles);
    else directRoles.delete(position);
  }
  copyUpTo(count);
  next.offsets[count] = written;
  return { ...population, ...next, isActive, directRoles };
}

/** The population after groups got other positions: the one that stood at i stands at positions[i]. */
export function moveGroups(population: Population, positions: readonly number[]): Population {
  if (positions.every((position, before) => position === before)) return population;
  return { ...population, groups: population.groups.map((group) => positions[group] ?? 0) };
}
