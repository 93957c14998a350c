import { signature } from './compare-values';
import { isTable, type Table } from './text-values';

/**
 * For each entry of a list of afterwards the one of before that it is, by its place in that list; null for a new one.
 *
 * An entry is the first that says the same. A table that no other is like is the one with which at least half of its
 * keys agree, and most of them; of several, the first. Else, where both lists are of one length, it is the table at
 * its own place. None is taken twice.
 */
export function matchEntries(before: readonly unknown[], after: readonly unknown[]): (number | null)[] {
  const free = new Map<string, number[]>();
  before.forEach((entry, at) => {
    const key = signature(entry);
    free.set(key, [...(free.get(key) ?? []), at]);
  });
  const matched = after.map((entry) => free.get(signature(entry))?.shift() ?? null);
  const left = new Map([...free.values()].flat().map((at) => [at, before[at]] as const));
  const take = (at: number | null) => {
    if (at !== null) left.delete(at);
    return at;
  };
  const likest = matched.map((at, place) => at ?? take(likestOf(left, after[place])));
  if (before.length !== after.length) return likest;
  const isTableAt = (place: number) => isTable(left.get(place)) && isTable(after[place]);
  return likest.map((at, place) => at ?? (isTableAt(place) ? place : null));
}

function likestOf(left: ReadonlyMap<number, unknown>, entry: unknown): number | null {
  if (!isTable(entry)) return null;
  const least = Math.max(1, Object.keys(entry).length / 2);
  const alike = [...left]
    .map(([at, other]) => ({ at, shared: isTable(other) ? sharedKeys(other, entry) : 0 }))
    .filter(({ shared }) => shared >= least)
    .sort((a, b) => b.shared - a.shared || a.at - b.at);
  return alike[0]?.at ?? null;
}

const sharedKeys = (a: Table, b: Table) =>
  Object.keys(b).filter((name) => Object.hasOwn(a, name) && signature(a[name]) === signature(b[name])).length;
