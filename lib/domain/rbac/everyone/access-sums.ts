import type { AccessProfile } from '#lib/domain/rbac/access-facts';
import { countUp, isSet, setBits, word } from './columns';
import { groupByWords, type WordGroups } from './group-by-words';
import type { Population } from './population';
import type { RuleBook } from './rule-book';

/** How many active people are in each group, by position. */
export function peopleByGroup({ count, offsets, groups, isActive }: Population, all: number): Uint32Array {
  const people = new Uint32Array(all);
  for (let at = 0; at < count; at += 1) {
    if (!isSet(isActive, at)) continue;
    for (let next = word(offsets, at); next < word(offsets, at + 1); next += 1) {
      countUp(people, word(groups, next));
    }
  }
  return people;
}

/** Every set of roles that active people have, the largest first. */
export function accessProfiles(population: Population, book: RuleBook): AccessProfile[] {
  const roles = byId(book.roles);
  const groups = byId(book.groups);
  const words = Math.max(1, Math.ceil(book.roles.length / 32));
  const sets = roleSets(population, book, { words, ranks: roles.ranks });
  const found = groupByWords(sets, words, population.isActive);
  const via = groupsOfEach(population, book, { found, ranks: groups.ranks });
  const isBefore = (one: number, other: number) =>
    (found.counts[other] ?? 0) - (found.counts[one] ?? 0) ||
    compareSets(sets, (found.first[one] ?? 0) * words, (found.first[other] ?? 0) * words, words);
  return Array.from(found.first.keys())
    .sort(isBefore)
    .map((profile) => ({
      roleIds: idsIn(sets, (found.first[profile] ?? 0) * words, roles.ids),
      people: found.counts[profile] ?? 0,
      groupIds: Array.from(
        via.groups.subarray(word(via.offsets, profile), word(via.offsets, profile + 1)),
        (rank) => groups.ids[rank] ?? '',
      ),
    }));
}

/** The order of ids: what stands at i comes ranks[i]-th, and ids[r] is the id that comes r-th. */
type Ranked = { ids: readonly string[]; ranks: Uint32Array };

function byId(all: readonly { id: string }[]): Ranked {
  const order = Array.from(all.keys()).sort((one, other) =>
    (all[one]?.id ?? '') < (all[other]?.id ?? '') ? -1 : 1,
  );
  const ranks = new Uint32Array(all.length);
  order.forEach((at, rank) => (ranks[at] = rank));
  return { ids: order.map((at) => all[at]?.id ?? ''), ranks };
}

/** A set of roles for each person, a bit for each rank of a role. */
function roleSets(
  { count, offsets, groups, directRoles }: Population,
  book: RuleBook,
  { words, ranks }: { words: number; ranks: Uint32Array },
): Uint32Array {
  const add = (to: Uint32Array, at: number, role: number) => {
    const rank = word(ranks, role);
    setBits(to, at * words + (rank >>> 5), 1 << (rank & 31));
  };
  const given = new Uint32Array(book.groups.length * words);
  book.groups.forEach(({ roles }, group) => {
    for (const role of roles) add(given, group, role);
  });
  const sets = new Uint32Array(count * words);
  for (let at = 0; at < count; at += 1) {
    for (let next = word(offsets, at); next < word(offsets, at + 1); next += 1) {
      const group = word(groups, next);
      for (let index = 0; index < words; index += 1) {
        setBits(sets, at * words + index, word(given, group * words + index));
      }
    }
  }
  if (book.model === 'tri-state') {
    for (const [at, roles] of directRoles) for (const role of roles) add(sets, at, role);
  }
  return sets;
}

/** The ids in a set, in their order. */
function idsIn(sets: Uint32Array, base: number, ids: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += 32) {
    let left = word(sets, base + (from >>> 5));
    while (left !== 0) {
      const lowest = left & -left;
      found.push(ids[from + 31 - Math.clz32(lowest)] ?? '');
      left ^= lowest;
    }
  }
  return found;
}

/** Which of two sets comes first, whatever the order means, as long as it is always the same. */
function compareSets(sets: Uint32Array, one: number, other: number, words: number): number {
  for (let index = 0; index < words; index += 1) {
    const [mine, theirs] = [word(sets, one + index), word(sets, other + index)];
    if (mine !== theirs) return mine - theirs;
  }
  return 0;
}

/** Ranks of the groups with a role that the people of each profile are in, ascending, one behind the other. */
function groupsOfEach(
  { offsets, groups }: Population,
  book: RuleBook,
  { found, ranks }: { found: WordGroups; ranks: Uint32Array },
): { offsets: Uint32Array; groups: Uint32Array } {
  const people = peopleOfEach(found);
  const hasRole = Uint8Array.from(book.groups, ({ roles }) => Number(roles.length > 0));
  // The profile after which a group was noted last, so that it is noted once for each.
  const noted = new Uint32Array(book.groups.length);
  const via = { offsets: new Uint32Array(found.first.length + 1), groups: new Uint32Array(groups.length) };
  let count = 0;
  const note = (person: number, profile: number) => {
    for (let next = word(offsets, person); next < word(offsets, person + 1); next += 1) {
      const group = word(groups, next);
      if (!isSet(hasRole, group) || word(noted, group) === profile + 1) continue;
      noted[group] = profile + 1;
      via.groups[count] = word(ranks, group);
      count += 1;
    }
  };
  for (let profile = 0; profile < found.first.length; profile += 1) {
    for (let next = word(people.offsets, profile); next < word(people.offsets, profile + 1); next += 1) {
      note(word(people.all, next), profile);
    }
    via.groups.subarray(via.offsets[profile], count).sort();
    via.offsets[profile + 1] = count;
  }
  return via;
}

/** The people of each profile, one profile behind the other. */
function peopleOfEach({ groupOf, counts }: WordGroups): { offsets: Uint32Array; all: Uint32Array } {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((people, profile) => (offsets[profile + 1] = word(offsets, profile) + people));
  const all = new Uint32Array(word(offsets, counts.length));
  const filled = offsets.slice();
  groupOf.forEach((profile, person) => {
    if (profile < 0) return;
    all[word(filled, profile)] = person;
    countUp(filled, profile);
  });
  return { offsets, all };
}
