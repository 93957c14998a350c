import { z } from 'zod';
import { number, word } from './columns';
import type { Difference } from './difference';
import { groupByWords } from './group-by-words';
import { levelAt } from './permission-bits';
import { replacePlaces, type Population } from './population';
import { resolveEveryone, type Everyone } from './resolve-everyone';
import { compileRules, type CompiledRules, type RuleBook } from './rule-book';
import { standingAt, type Standing } from './standing';
import { textAt } from './text-column';
import { directRolesAfter, groupsAfter, type WhatIf } from './what-if';

/** Everybody as they are, some changes, and whose access those would change. */
export type ComparedAccess = {
  index: {
    population: Population;
    book: RuleBook;
    rules: CompiledRules;
    everyone: Everyone;
    /** Where the person of a number stands; -1 for nobody. */
    positionOf: (number: number) => number;
  };
  whatIf: WhatIf;
  found: Difference;
};

/** The lists of a difference, in the order they are told. */
export const differenceLists = ['losses', 'leavesDefault', 'gains'] as const;

export type DifferenceList = (typeof differenceLists)[number];

/** People on one page of a list. */
export const differencePageSize = 50;

/** Where a page goes on: behind the person of a number; where they are gone, behind so many rows. */
export type DifferencePlace = { number: number; row: number };

/** The text of a place, as doors take it. */
export const differenceCursor = z
  .string()
  .regex(/^\d{1,10}-\d{1,9}$/, 'This is no cursor of a list of people.')
  .transform((text): DifferencePlace => {
    const [number = 0, row = 0] = text.split('-').map(Number);
    return { number, row };
  });

/** Rows of a list from `from` on, up to `to`; the cursors of the pages around are null where there is none. */
export type DifferencePage = {
  places: Int32Array;
  from: number;
  cursor: string | null;
  /** Cursor of the page before, empty for the first page. */
  back: string | null;
};

/** One page of a list, behind `after`. */
export function differencePage(
  compared: ComparedAccess,
  list: DifferenceList,
  after: DifferencePlace | null,
): DifferencePage {
  const all = compared.found[list];
  const from = after ? rowBehind(compared, all, after) : 0;
  const to = Math.min(all.length, from + differencePageSize);
  return {
    places: all.subarray(from, to),
    from,
    cursor: to < all.length && to > from ? cursorAt(compared, all, to - 1) : null,
    back: backOf(compared, all, from),
  };
}

function backOf(compared: ComparedAccess, all: Int32Array, from: number): string | null {
  if (from === 0) return null;
  return from <= differencePageSize ? '' : cursorAt(compared, all, from - differencePageSize - 1);
}

const cursorAt = ({ index, found }: ComparedAccess, all: Int32Array, row: number): string =>
  `${number(index.population.numbers, number(found.people, number(all, row)))}-${row + 1}`;

/** The first row behind somebody: the rows are in the order of positions, so it is found by halving. */
function rowBehind(
  { index, found }: ComparedAccess,
  all: Int32Array,
  { number: of, row }: DifferencePlace,
): number {
  const position = index.positionOf(of);
  if (position < 0) return Math.min(row, all.length);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (number(found.people, number(all, middle)) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Somebody whose access would change. */
export type ChangedPerson = {
  id: string;
  name: string;
  /** Permissions that go or fall to a lower level, and those that come or rise. */
  lost: readonly string[];
  gained: readonly string[];
  before: Standing;
  after: Standing;
};

/** The person at a place of `found.people`, as they are and as they would be. */
export function changedPerson(compared: ComparedAccess, place: number): ChangedPerson {
  const { index, found } = compared;
  const position = number(found.people, place);
  return {
    id: textAt(index.population.ids, position),
    name: textAt(index.population.names, position),
    ...changedLevels(compared, place),
    ...standings(compared, position),
  };
}

/** Somebody before the changes and after them. */
export const standings = (
  { index: { population, book }, whatIf }: ComparedAccess,
  position: number,
): { before: Standing; after: Standing } => ({
  before: standingAt(population, book, { position }),
  after: standingAt(population, whatIf.after, { position, edits: whatIf.edits }),
});

/** The place of a position in `found.people`; -1 where nothing changes for whoever stands there. */
export const placeOf = ({ found }: ComparedAccess, position: number): number =>
  found.people.indexOf(position);

/** Which permissions somebody loses and gains. */
export function changedLevels(
  {
    index: { everyone, rules },
    found,
  }: Pick<ComparedAccess, 'found'> & { index: Pick<ComparedAccess['index'], 'everyone' | 'rules'> },
  place: number,
): { lost: string[]; gained: string[] } {
  const { bits } = rules;
  const before = number(found.people, place) * bits.words;
  const [lost, gained]: [string[], string[]] = [[], []];
  for (const [key, at] of bits.places) {
    const had = levelAt(everyone.masks, before, at);
    const has = levelAt(found.masks, place * bits.words, at);
    if (has < had) lost.push(key);
    if (has > had) gained.push(key);
  }
  return { lost, gained };
}

/** How many different changes the people of a list meet: of one, all lose and gain the same. */
export function countProfiles(
  { index: { everyone, rules }, found }: ComparedAccess,
  list: DifferenceList,
): number {
  const { words } = rules.bits;
  const all = found[list];
  const table = new Uint32Array(all.length * words * 2);
  all.forEach((place, row) => {
    const position = number(found.people, place);
    for (let index = 0; index < words; index += 1) {
      const had = word(everyone.masks, position * words + index);
      const has = word(found.masks, place * words + index);
      table[(row * 2 + 0) * words + index] = had & ~has;
      table[(row * 2 + 1) * words + index] = has & ~had;
    }
  });
  return groupByWords(table, words * 2, new Uint8Array(all.length).fill(1)).first.length;
}

/**
 * Everybody as they would be after the changes: masks by the bits of `index.rules`, with the places and the rules
 * that gave them. Resolved anew, because a difference leaves out whose access stays the same by another way.
 */
export function accessAfter({ index, whatIf }: Pick<ComparedAccess, 'index' | 'whatIf'>): {
  population: Population;
  book: RuleBook;
  everyone: Everyone;
} {
  const population = populationAfter(index.population, whatIf);
  const book = whatIf.after;
  const everyone = resolveEveryone(population, compileRules(book, index.rules.bits), book.model);
  return { population, book, everyone };
}

function populationAfter(population: Population, { edits }: WhatIf): Population {
  const { groups, deactivated, directRoles, goneRoles } = edits;
  const edited = new Set([...groups.keys(), ...deactivated, ...directRoles.keys()]);
  if (goneRoles.size > 0) for (const position of population.directRoles.keys()) edited.add(position);
  if (edited.size === 0) return population;
  const placed = [...edited].map((position) => {
    const isActive = population.isActive[position] === 1 && !deactivated.has(position);
    const inGroups = [...groupsAfter(population, position, edits)];
    const direct = directRolesAfter(population, position, edits);
    return [position, { isActive, groups: inGroups, directRoles: direct }] as const;
  });
  return replacePlaces(population, new Map(placed));
}
