// The generated enterprise: the same for the same number of people.
import { permissions as catalog } from '#lib/catalog/permissions';
import type { Grants } from '#lib/domain/rbac/grants';
import { randomOf, type Random } from '#test/random';

export type Enterprise = {
  people: number;
  /** Permission -> levels: those of the catalogue and invented ones, 40 in all, 8 of them with 3 levels. */
  levels: ReadonlyMap<string, number>;
  defaults: Grants;
  roles: readonly Grants[];
  /** Positions of the roles of each group. */
  groups: readonly (readonly number[])[];
  /** 1 for who is active. */
  isActive: Uint8Array;
  /** The groups of person i are members[offsets[i]] up to members[offsets[i + 1]]. */
  offsets: Uint32Array;
  members: Uint32Array;
};

export const permissionCount = 40;
const leveled = 8;
const roleCount = 50;
const peoplePerGroup = 50;

/** An enterprise of `people`: 80 % of them in 3 to 8 groups, 5 % in none, 25 % of groups without a role. */
export function enterpriseOf(people: number): Enterprise {
  const random = randomOf(20261122 + people);
  const levels = permissionLevels();
  const roles = Array.from({ length: roleCount }, () => someGrants(random, levels, 0.12));
  const groupCount = Math.max(10, Math.round(people / peoplePerGroup));
  const groups = Array.from({ length: groupCount }, () => rolesOfGroup(random));
  const pick = zipf(random, groupCount);
  const offsets = new Uint32Array(people + 1);
  const members: number[] = [];
  for (let at = 0; at < people; at += 1) {
    const own = new Set<number>();
    const wanted = Math.min(groupsWanted(random), groupCount);
    while (own.size < wanted) own.add(pick());
    members.push(...own);
    offsets[at + 1] = members.length;
  }
  return {
    people,
    levels,
    defaults: someGrants(random, levels, 0.25),
    roles,
    groups,
    isActive: Uint8Array.from({ length: people }, () => Number(!random.chance(0.01))),
    offsets,
    members: Uint32Array.from(members),
  };
}

function permissionLevels(): Map<string, number> {
  const known = Object.keys(catalog).slice(0, permissionCount);
  const invented = Array.from({ length: permissionCount - known.length }, (_, at) => `bench.p${String(at)}`);
  const keys = [...known, ...invented];
  return new Map(keys.map((key, at) => [key, at >= permissionCount - leveled ? 3 : 1]));
}

function someGrants(random: Random, levels: ReadonlyMap<string, number>, share: number): Grants {
  return Object.fromEntries(
    [...levels]
      .filter(() => random.chance(share))
      .map(([key, most]) => [key, most === 1 ? true : 1 + random.below(most)]),
  );
}

function rolesOfGroup(random: Random): number[] {
  if (random.chance(0.25)) return [];
  const wanted = random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
  const own = new Set<number>();
  while (own.size < wanted) own.add(random.below(roleCount));
  return [...own];
}

function groupsWanted(random: Random): number {
  const kind = random.below(100);
  if (kind < 80) return 3 + random.below(6);
  if (kind < 85) return 0;
  return kind < 92 ? 1 + random.below(2) : 9 + random.below(2);
}

/** Picks from `count` so that the one of rank n comes up as often as 1 / n. */
function zipf(random: Random, count: number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at += 1) sums[at] = sum += 1 / (at + 1);
  return () => {
    const wanted = (random.below(2 ** 32) / 2 ** 32) * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
