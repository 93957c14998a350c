import type { Address, Pair, Section } from './statements';

/** Whether an address is `path` or stands under it. */
export const isUnder = (address: Address, path: Address): boolean =>
  path.every((part, at) => address[at] === part);

/** With how many of the same parts two addresses begin. */
export function sharedParts(a: Address, b: Address): number {
  const differs = a.findIndex((part, at) => part !== b[at]);
  return differs === -1 ? a.length : differs;
}

/** The pair that is written under exactly this name, also inside inline tables. */
export function pairAt(sections: readonly Section[], path: Address): Pair | null {
  for (const section of sections) {
    if (!isUnder(path, section.path)) continue;
    const found = pairIn(section.pairs, path.slice(section.path.length));
    if (found) return found;
  }
  return null;
}

function pairIn(pairs: readonly Pair[], rest: Address): Pair | null {
  for (const pair of pairs) {
    if (!isUnder(rest, pair.keys)) continue;
    const deeper = rest.slice(pair.keys.length);
    if (deeper.length === 0) return pair;
    const found = pair.value.inline && pairIn(pair.value.inline, deeper);
    if (found) return found;
  }
  return null;
}

/** Whether anything is written at the name or under it, by header, by dotted keys, inline or as a list of tables. */
export const isThere = (sections: readonly Section[], path: Address): boolean =>
  sections.some(
    (section) =>
      (path.length > 0 && isUnder(section.path, path)) ||
      (isUnder(path, section.path) && holds(section.pairs, path.slice(section.path.length))),
  );

const holds = (pairs: readonly Pair[], rest: Address): boolean =>
  pairs.some(
    ({ keys, value }) =>
      isUnder(keys, rest) ||
      (isUnder(rest, keys) && value.inline !== null && holds(value.inline, rest.slice(keys.length))),
  );

/** The tables of a list that is written by headers, `[[…]]`, by their place in it. */
export const entriesAt = (sections: readonly Section[], path: Address): Section[] =>
  sections
    .filter((section) => section.path.length === path.length + 1 && isUnder(section.path, path))
    .filter(({ path: own }) => typeof own.at(-1) === 'number');
