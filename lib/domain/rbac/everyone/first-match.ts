import { countUp, isSet, word } from './columns';
import type { Population } from './population';

/** How many active people match each of some sets of groups, and how many match it before any other. */
export type Matches = {
  /** By set: people in any of its groups. */
  people: Uint32Array;
  /** By set: people in any of its groups and in none of an earlier set. */
  first: Uint32Array;
  /** People who match several sets. */
  several: number;
  /** Active people who match none. */
  none: number;
};

/**
 * Matches everybody against sets of groups in order; `sets` holds for each set the positions of its groups. One pass
 * over the memberships.
 */
export function firstMatches(
  { count, offsets, groups, isActive }: Population,
  sets: readonly (readonly number[])[],
): Matches {
  const setsOf = new Map<number, number[]>();
  sets.forEach((positions, set) => {
    for (const position of positions) setsOf.set(position, [...(setsOf.get(position) ?? []), set]);
  });
  const matches: Matches = {
    people: new Uint32Array(sets.length),
    first: new Uint32Array(sets.length),
    several: 0,
    none: 0,
  };
  for (let at = 0; at < count; at += 1) {
    if (!isSet(isActive, at)) continue;
    const met = new Set<number>();
    for (let next = word(offsets, at); next < word(offsets, at + 1); next += 1) {
      for (const set of setsOf.get(word(groups, next)) ?? []) met.add(set);
    }
    countPerson(matches, met);
  }
  return matches;
}

function countPerson(matches: Matches, met: ReadonlySet<number>): void {
  if (met.size === 0) matches.none += 1;
  if (met.size > 1) matches.several += 1;
  for (const set of met) countUp(matches.people, set);
  if (met.size > 0) countUp(matches.first, Math.min(...met));
}
