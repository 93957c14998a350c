import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { isSet, setBits, word } from '#lib/domain/rbac/everyone/columns';
import { levelsIn, type PermissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { groupsAt, replacePlaces, type Population } from '#lib/domain/rbac/everyone/population';
import { resolveEveryone, type Everyone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { compileRules, type RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import type { ConsoleState } from './console-state';
import { afterStep, isWidening, type ConsoleStep } from './console-step';

/** People who go without something they have and are to keep, between a step and a later one. */
export type Gap = { people: number; permissions: readonly string[] };

/** A step in its place; `gap` where no order spares everybody. */
export type OrderedStep = { step: ConsoleStep; gap: Gap | null };

/** Everybody, and how the console and the directory number them. */
export type ConsoleWorld = {
  model: ResolutionModel;
  bits: PermissionBits;
  /** As it is wanted. */
  population: Population;
  /** Ids of the groups, by position in the population; groups that are no longer wanted come last. */
  groupIds: readonly string[];
  /** Ids of every role, wanted or confirmed. */
  roleIds: readonly string[];
  positionOf: (person: number) => number;
};

/** A moment on the way: what the console holds, and who is in which group. */
type Moment = { state: ConsoleState; population: Population };

/** Steps looked at before the least bad of them is taken. */
const mostLooks = 40;

/**
 * `steps` in an order in which nobody goes without what they have now and have in the end. First what gives, so
 * people may have more for a while; then what takes. Where no next step spares everybody, the one that meets the
 * fewest people comes, and says so.
 */
export function orderSteps(
  steps: readonly ConsoleStep[],
  { confirmed, wanted }: { confirmed: ConsoleState; wanted: ConsoleState },
  world: ConsoleWorld,
): OrderedStep[] {
  const begin: Moment = { state: confirmed, population: withMembers(world.population, steps, world, 'undo') };
  const kept = keptMasks(
    everyoneAt(begin, world),
    everyoneAt({ state: wanted, population: world.population }, world),
  );
  const ordered: OrderedStep[] = [];
  let moment = begin;
  for (const phase of [steps.filter(isSafe), steps.filter(isAssigning), steps.filter(isTaking)]) {
    const left = [...phase];
    while (left.length > 0) {
      const next = bestOf(left, moment, { kept, world });
      moment = next.moment;
      ordered.push({ step: next.step, gap: next.gap });
      left.splice(left.indexOf(next.step), 1);
    }
  }
  return ordered;
}

const assigning = new Set(['group-role-added', 'members-added']);
const isAssigning = ({ kind }: ConsoleStep) => assigning.has(kind);
const isSafe = (step: ConsoleStep) => isWidening(step) && !isAssigning(step);
const isTaking = (step: ConsoleStep) => !isWidening(step);

type Asked = { kept: Uint32Array; world: ConsoleWorld };
type Taken = { step: ConsoleStep; moment: Moment; gap: Gap | null };

function bestOf(left: readonly ConsoleStep[], moment: Moment, { kept, world }: Asked): Taken {
  const looked = left.slice(0, mostLooks);
  let best: Taken | null = null;
  for (const step of looked) {
    const after = {
      state: afterStep(moment.state, step),
      population: withMembers(moment.population, [step], world, 'do'),
    };
    const gap = gapIn(kept, everyoneAt(after, world), world.bits);
    const taken = { step, moment: after, gap };
    if (gap === null) return taken;
    if (best === null || gap.people < (best.gap?.people ?? 0)) best = taken;
  }
  // safe because the list of steps left is never empty here
  return best as Taken;
}

function everyoneAt(
  { state, population }: Moment,
  { model, bits, groupIds, roleIds }: ConsoleWorld,
): Everyone {
  const roles = new Map(state.roles.map((role) => [role.id, role.permissions]));
  const groups = new Map(state.groups.map((group) => [group.id, group.roleIds]));
  const places = new Map(roleIds.map((id, position) => [id, position]));
  const book: RuleBook = {
    model,
    defaults: state.defaults,
    roles: roleIds.map((id) => ({ id, permissions: roles.get(id) ?? {} })),
    groups: groupIds.map((id) => ({
      id,
      roles: (groups.get(id) ?? []).filter((role) => roles.has(role)).map((role) => places.get(role) ?? 0),
    })),
  };
  return resolveEveryone(population, compileRules(book, bits), model);
}

/** What each person has before and after: to be kept all the way. */
function keptMasks(before: Everyone, after: Everyone): Uint32Array {
  return before.masks.map((bits, at) => bits & word(after.masks, at));
}

function gapIn(kept: Uint32Array, { masks }: Everyone, bits: PermissionBits): Gap | null {
  const missing = new Uint32Array(bits.words);
  const isMet = new Uint8Array(kept.length / bits.words);
  for (let at = 0; at < kept.length; at += 1) {
    const lost = word(kept, at) & ~word(masks, at);
    if (lost === 0) continue;
    setBits(missing, at % bits.words, lost);
    isMet[Math.floor(at / bits.words)] = 1;
  }
  const people = isMet.reduce((sum, one) => sum + one, 0);
  return people === 0 ? null : { people, permissions: [...levelsIn(missing, 0, bits).keys()] };
}

/** The population after the steps about members among `steps`, or before them. */
function withMembers(
  population: Population,
  steps: readonly ConsoleStep[],
  { groupIds, positionOf }: ConsoleWorld,
  way: 'do' | 'undo',
): Population {
  const groups = new Map<number, Set<number>>();
  for (const step of steps) {
    if (step.kind !== 'members-added' && step.kind !== 'members-removed') continue;
    const group = groupIds.indexOf(step.group);
    const isJoining = (step.kind === 'members-added') === (way === 'do');
    for (const person of step.persons) {
      const at = positionOf(person);
      if (at < 0) continue;
      const places = groups.get(at) ?? new Set(groupsAt(population, at));
      groups.set(at, isJoining ? places.add(group) : without(places, group));
    }
  }
  if (groups.size === 0) return population;
  const placed = [...groups].map(([at, places]) => {
    const directRoles = population.directRoles.get(at) ?? [];
    return [at, { isActive: isSet(population.isActive, at), groups: [...places], directRoles }] as const;
  });
  return replacePlaces(population, new Map(placed));
}

function without(places: Set<number>, group: number): Set<number> {
  places.delete(group);
  return places;
}
