import { isSet, word } from '#lib/domain/rbac/everyone/columns';
import { bitsAt, type PermissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import type { Population } from '#lib/domain/rbac/everyone/population';
import type { Everyone } from '#lib/domain/rbac/everyone/resolve-everyone';
import type { Expectation } from './expectation';

/** Whether an expectation holds, in sums. */
export type Judgement = {
  id: string;
  holds: boolean;
  /** How many people break it; of `atMost` how many may. */
  count: number;
  /** What it names is not there any more, so that it cannot hold. */
  problem: 'group' | 'permission' | null;
};

/** A judgement with whom it is about. */
export type Verdict = Judgement & {
  /** Positions of the first who break it, in the order of the population; none where it holds. */
  people: readonly number[];
};

/**
 * Where groups and permissions stand: of a rule book and its compiled rules. `shown` is how many of those who break
 * an expectation are named.
 */
export type Standpoints = { groups: readonly { id: string }[]; bits: PermissionBits; shown?: number };

const peopleShown = 50;

/**
 * Whether each of `list` holds for `everyone` of `population`, with the exact number of people and the first of
 * them. Deactivated people may nothing, and nobody expects anything of them. One pass over the memberships of
 * the groups that are named, then one over the people of each.
 */
export function evaluateExpectations(
  list: readonly Expectation[],
  everyone: Everyone,
  population: Population,
  { groups, bits, shown = peopleShown }: Standpoints,
): Verdict[] {
  const places = new Map(groups.map(({ id }, position) => [id, position]));
  const named = list.flatMap(({ group }) => places.get(group ?? '') ?? []);
  const members = membersOf(population, new Set(named));
  return list.map((expectation) => {
    const { id, group, permission } = expectation;
    const place = bits.places.get(permission);
    const within = group === null ? null : members.get(places.get(group) ?? -1);
    if (within === undefined) return { id, ...broken, problem: 'group' };
    if (!place) return { id, ...broken, problem: 'permission' };
    const { masks } = everyone;
    const bit = bitsAt(place, 1);
    const may = (at: number) => (word(masks, at * bits.words + place.word) & bit) !== 0;
    return { id, problem: null, ...judge(expectation, { population, within, may, shown }) };
  });
}

const broken = { holds: false, count: 0, people: [] };

type Looked = {
  population: Population;
  /** Positions of the active people of the group; null: everybody. */
  within: Int32Array | null;
  may: (at: number) => boolean;
  shown: number;
};

function judge({ kind, people }: Expectation, looked: Looked): Pick<Verdict, 'holds' | 'count' | 'people'> {
  const found = breaking(kind, looked);
  const holds = found.count <= (kind === 'atMost' ? (people ?? 0) : 0);
  return holds ? { holds, count: found.count, people: [] } : { holds, ...found };
}

function breaking(kind: Expectation['kind'], { population, within, may, shown }: Looked) {
  if (kind === 'only') {
    const isIn = new Uint8Array(population.count);
    for (const at of within ?? []) isIn[at] = 1;
    return countOf({ population, within: null, shown }, (at) => may(at) && !isSet(isIn, at));
  }
  return countOf({ population, within, shown }, kind === 'everyone' ? (at) => !may(at) : may);
}

function countOf(
  { population: { count, isActive }, within, shown }: Omit<Looked, 'may'>,
  counts: (at: number) => boolean,
) {
  const people: number[] = [];
  let sum = 0;
  const look = (at: number) => {
    if (!isSet(isActive, at) || !counts(at)) return;
    sum += 1;
    if (people.length < shown) people.push(at);
  };
  if (within) for (const at of within) look(at);
  else for (let at = 0; at < count; at += 1) look(at);
  return { count: sum, people };
}

/** Positions of the people in each of the groups at `places`. */
function membersOf(
  { count, offsets, groups }: Population,
  places: ReadonlySet<number>,
): Map<number, Int32Array> {
  const found = new Map([...places].map((place): [number, number[]] => [place, []]));
  if (places.size > 0) {
    for (let at = 0; at < count; at += 1) {
      const to = word(offsets, at + 1);
      for (let next = word(offsets, at); next < to; next += 1) found.get(word(groups, next))?.push(at);
    }
  }
  return new Map([...found].map(([place, people]) => [place, Int32Array.from(people)]));
}
