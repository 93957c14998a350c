import { profileAccess, type AccessFacts, type AccessProfile } from '#lib/domain/rbac/access-facts';
import { groupByWords } from './group-by-words';
import { levelsIn } from './permission-bits';
import type { People } from './select-people';

/** Active people with the same access, by whatever roles they have it. */
export type Profile = {
  /** Says the access and nothing else: see `accessKey`. */
  key: string;
  /** Permission -> level, from 1. */
  levels: ReadonlyMap<string, number>;
  mask: Uint32Array;
  people: number;
  /** The sets of roles behind it, the largest first. */
  roleSets: readonly AccessProfile[];
};

/** An access in one text: the same permissions at the same levels are the same text. */
export const accessKey = (levels: ReadonlyMap<string, number>): string =>
  JSON.stringify([...levels].sort(([one], [other]) => (one < other ? -1 : 1)));

/** Every access that active people have, the most common first. */
export function accessProfilesOf(
  { population, rules, everyone }: People,
  facts: Pick<AccessFacts, 'model' | 'defaults' | 'roles' | 'profiles'>,
): Profile[] {
  const { words } = rules.bits;
  const setsOf = new Map<string, AccessProfile[]>();
  for (const set of facts.profiles) {
    const key = accessKey(profileAccess(set, facts).levels);
    setsOf.set(key, [...(setsOf.get(key) ?? []), set]);
  }
  const { first, counts } = groupByWords(everyone.masks, words, population.isActive);
  return first
    .map((row, group) => {
      const levels = levelsIn(everyone.masks, row * words, rules.bits);
      const key = accessKey(levels);
      return {
        key,
        levels,
        mask: everyone.masks.slice(row * words, (row + 1) * words),
        people: counts[group] ?? 0,
        roleSets: setsOf.get(key) ?? [],
      };
    })
    .sort((one, other) => other.people - one.people || (one.key < other.key ? -1 : 1));
}

/** How few of the profiles, the most common first, cover nine people of ten, and how many people those are. */
export function coverOf(profiles: readonly Pick<Profile, 'people'>[]): { profiles: number; people: number } {
  const all = profiles.reduce((sum, { people }) => sum + people, 0);
  let covered = 0;
  for (const [index, { people }] of profiles.entries()) {
    covered += people;
    if (covered * 10 >= all * 9) return { profiles: index + 1, people: covered };
  }
  return { profiles: 0, people: 0 };
}
