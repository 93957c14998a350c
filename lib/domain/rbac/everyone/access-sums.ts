import type { AccessProfile } from '#lib/domain/rbac/access-facts';
import { groupByWords } from './group-by-words';
import { groupsAt, type Population } from './population';
import type { RuleBook } from './rule-book';

/** How many active people are in each group, by position. */
export function peopleByGroup({ count, offsets, groups, isActive }: Population, all: number): Uint32Array {
  const people = new Uint32Array(all);
  for (let at = 0; at < count; at += 1) {
    if (isActive[at] !== 1) continue;
    for (let next = offsets[at] ?? 0; next < (offsets[at + 1] ?? 0); next += 1) {
      const group = groups[next] ?? 0;
      people[group] = (people[group] ?? 0) + 1;
    }
  }
  return people;
}

/** Every set of roles that active people have, the largest first. */
export function accessProfiles(population: Population, book: RuleBook): AccessProfile[] {
  const words = Math.max(1, Math.ceil(book.roles.length / 32));
  const sets = roleSets(population, book, words);
  const found = groupByWords(sets, words, population.isActive);
  const groupsOf = found.first.map(() => new Set<number>());
  for (let at = 0; at < population.count; at += 1) {
    const via = groupsOf[found.groupOf[at] ?? -1];
    if (!via) continue;
    for (const group of groupsAt(population, at)) if (book.groups[group]?.roles.length) via.add(group);
  }
  return found.first
    .map((row, profile) => ({
      roleIds: book.roles
        .filter((_, role) => ((sets[row * words + (role >>> 5)] ?? 0) & (1 << (role & 31))) !== 0)
        .map(({ id }) => id)
        .sort(),
      people: found.counts[profile] ?? 0,
      groupIds: [...(groupsOf[profile] ?? [])].map((group) => book.groups[group]?.id ?? '').sort(),
    }))
    .sort((one, other) => other.people - one.people || (one.roleIds.join() < other.roleIds.join() ? -1 : 1));
}

/** A set of roles for each person, a bit for each role. */
function roleSets(population: Population, book: RuleBook, words: number): Uint32Array {
  const sets = new Uint32Array(population.count * words);
  const add = (at: number, role: number) => {
    const word = at * words + (role >>> 5);
    sets[word] = (sets[word] ?? 0) | (1 << (role & 31));
  };
  for (let at = 0; at < population.count; at += 1) {
    for (const group of groupsAt(population, at)) {
      for (const role of book.groups[group]?.roles ?? []) add(at, role);
    }
  }
  if (book.model === 'tri-state') {
    for (const [at, roles] of population.directRoles) for (const role of roles) add(at, role);
  }
  return sets;
}
