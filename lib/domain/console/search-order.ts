import { isSet } from '#lib/domain/rbac/everyone/columns';
import { ConsoleWalk, type Budget } from './console-walk';
import type { StepPlan } from './step-plan';

/** An order of the steps behind those that come first, by index; `isProven` where any gap in it is in every other order, too. */
export type FoundOrder = { order: readonly number[]; isProven: boolean };

type Asked = {
  /** The steps before this index give, the others take, the last of all first. */
  giving: number;
  budget: Budget;
};

/** Steps looked at before the least bad of them is taken. */
const mostLooks = 10;

/** Longest stretch that is searched through in every order. */
const longestSearch = 400;

/**
 * An order in which no step lets anybody go without what is kept. From the beginning everything that gives and
 * harms nobody; from the end, backwards, everything that takes and harms nobody; what is left between in any
 * order that harms nobody. Where that fails, beginning and end are given up one after the other; and if there is
 * no order even for one person alone, the least bad between them is taken.
 */
export function searchOrder(plan: StepPlan, kept: Uint32Array, { giving, budget }: Asked): FoundOrder {
  const all = plan.steps.map((_, index) => index).slice(plan.begun);
  const begin = new ConsoleWalk(plan, kept, { at: 'begun', budget });
  const end = new ConsoleWalk(plan, kept, { at: 'all', budget });
  const first = takeSafe(begin, all.slice(0, giving - plan.begun), (index) => isReady(plan, begin, index));
  const last = takeSafe(end, all.slice(giving - plan.begun), (index) =>
    isNeededByNone(plan, end, index),
  ).reverse();
  const between = without(all, [...first, ...last]);
  const bad = () => {
    const walk = walkTo(plan, kept, { done: first, budget });
    return [...first, ...leastBad(walk, between), ...last];
  };
  if (isHopeless(begin, between)) return { order: bad(), isProven: true };
  const fixed: [readonly number[], readonly number[]][] = [
    [first, last],
    [first, []],
    [[], last],
    [[], []],
  ];
  for (const [before, after] of fixed) {
    const walk = walkTo(plan, kept, { done: before, budget });
    const found = searchBetween(walk, without(all, [...before, ...after]));
    if (found) return { order: [...before, ...found, ...after], isProven: true };
  }
  return { order: bad(), isProven: budget.left > 0 && all.length <= longestSearch };
}

/** Steps whose first loser is asked whether there is an order for them alone. */
const asked = 5;

/** Whether there is no order for one of those alone whom the steps between would harm. */
function isHopeless(walk: ConsoleWalk, between: readonly number[]): boolean {
  const { plan, kept } = walk;
  const losers = between.slice(0, asked).flatMap((index) => walk.firstWithout(index) ?? []);
  return [...new Set(losers)].some((at) => isImpossibleFor(plan, kept, at));
}

const without = (all: readonly number[], some: readonly number[]): number[] => {
  const taken = new Set(some);
  return all.filter((index) => !taken.has(index));
};

function walkTo(
  plan: StepPlan,
  kept: Uint32Array,
  { done, budget }: { done: readonly number[]; budget: Budget },
): ConsoleWalk {
  const walk = new ConsoleWalk(plan, kept, { at: 'begun', budget });
  for (const index of done) walk.take(index);
  return walk;
}

/** Orders looked at to prove that one person alone cannot be spared. */
const mostForOne = 5_000;

/** Whether no order spares one person, were they the only one. */
function isImpossibleFor(plan: StepPlan, kept: Uint32Array, only: number): boolean {
  const budget = { left: mostForOne };
  const walk = new ConsoleWalk(plan, kept, { at: 'begun', budget, only });
  const own = new Set(plan.steps.flatMap((_, index) => (walk.meets(index) ? [index] : [])));
  for (const index of own) for (const need of plan.needs[index] ?? []) own.add(need);
  for (let index = 0; index < plan.begun; index += 1) own.delete(index);
  const found = searchBetween(
    walk,
    [...own].sort((one, other) => one - other),
  );
  return found === null && budget.left > 0;
}

const isReady = ({ needs }: StepPlan, { moment }: ConsoleWalk, index: number): boolean =>
  (needs[index] ?? []).every((need) => isSet(moment.done, need));

/** Whether no step that is done needs the one of `index`. */
const isNeededByNone = ({ needs }: StepPlan, { moment }: ConsoleWalk, index: number): boolean =>
  !needs.some((own, other) => isSet(moment.done, other) && own.includes(index));

/** Takes every step that harms nobody, round by round, until a round brings none; gives them in that order. */
function takeSafe(
  walk: ConsoleWalk,
  steps: readonly number[],
  isAllowed: (index: number) => boolean,
): number[] {
  const taken: number[] = [];
  let left = steps;
  for (;;) {
    const before = left.length;
    left = left.filter((index) => {
      if (walk.budget.left <= 0 || !isAllowed(index) || !walk.isSafe(index)) return true;
      walk.take(index);
      taken.push(index);
      return false;
    });
    if (left.length === before || left.length === 0) return taken;
  }
}

/** Every step of `steps` in an order that harms nobody; null where there is none or the search gave up. */
function searchBetween(walk: ConsoleWalk, steps: readonly number[]): number[] | null {
  if (steps.length > longestSearch) return null;
  const tried = new Set<string>();
  const order: number[] = [];
  const goOn = (): boolean => {
    if (order.length === steps.length) return true;
    const place = steps.map((index) => walk.moment.done[index]).join('');
    if (tried.has(place)) return false;
    tried.add(place);
    for (const index of steps) {
      if (walk.budget.left <= 0) return false;
      walk.budget.left -= 1;
      if (isSet(walk.moment.done, index) || !isReady(walk.plan, walk, index) || !walk.isSafe(index)) continue;
      walk.take(index);
      order.push(index);
      if (goOn()) return true;
      order.pop();
      walk.take(index);
    }
    return false;
  };
  return goOn() ? order : null;
}

/** Every step of `steps`: what harms nobody as long as there is such, else what leaves the fewest without. */
function leastBad(walk: ConsoleWalk, steps: readonly number[]): number[] {
  const order: number[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const next = bestOf(walk, left);
    walk.take(next);
    order.push(next);
    left = left.filter((index) => index !== next);
  }
  return order;
}

function bestOf(walk: ConsoleWalk, left: readonly number[]): number {
  const ready = left.filter((index) => isReady(walk.plan, walk, index));
  let [best, fewest] = [ready[0] ?? left[0] ?? 0, Infinity];
  for (const index of ready.slice(0, mostLooks)) {
    if (walk.budget.left <= 0) return best;
    const missing = walk.missingAfter(index);
    if (missing === 0) return index;
    if (missing < fewest) [best, fewest] = [index, missing];
  }
  return best;
}
