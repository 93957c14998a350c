import { levelOf, type Grant, type Grants } from '#lib/domain/rbac/grants';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import type { ConsoleState } from './console-state';
import type { ConsoleStep } from './console-step';
import { ConsoleWalk, keptMasks, type Budget, type Met } from './console-walk';
import { searchOrder } from './search-order';
import { planSteps, type ConsoleWorld, type StepPlan } from './step-plan';

/** People who go without something they have and are to keep, from a step on until another is done. */
export type Gap = Met & {
  /** Place in the order of the step after which nobody goes without anything any more. */
  until: number;
  /** Whether every other order was looked at and none is without a gap; else the search gave up. */
  isUnavoidable: boolean;
};

/** A step in its place: who gains and who loses by it there, and `gap` where no order spares everybody. */
export type OrderedStep = { step: ConsoleStep; gains: Met | null; losses: Met | null; gap: Gap | null };

/** Passes over everybody that the search for an order may take. */
const mostPasses = 60;
const fewestLooks = 20_000;

/**
 * `steps` in an order in which nobody goes without what they have, or get on the way, and have in the end, if there is
 * one: first what everybody is given by default, then what gives, so people may have more for a while, then what
 * takes. Where there is none, the step that meets the fewest people comes next, and says so.
 */
export function orderSteps(
  steps: readonly ConsoleStep[],
  { confirmed, wanted }: { confirmed: ConsoleState; wanted: ConsoleState },
  world: ConsoleWorld,
): OrderedStep[] {
  const defaults = { model: world.model, before: confirmed.defaults, after: wanted.defaults };
  const sorted = [...steps].sort((one, other) => rankOf(one) - rankOf(other));
  const giving = sorted.filter((step) => isGiving(step, defaults));
  const taking = sorted.filter((step) => !isGiving(step, defaults)).reverse();
  const first = giving.filter(takesFromNobody);
  const later = giving.filter((step) => !takesFromNobody(step));
  const planOf = (begun: number) => planSteps([...first, ...later, ...taking], confirmed, world, begun);

  const led = orderOf(planOf(first.length), giving.length);
  if (!led.hasGap) return led.steps(false);
  // Without new defaults nobody gets anything by what comes first, and no other order has to be looked for.
  const free = first.some(({ kind }) => kind === 'default-set') ? orderOf(planOf(0), giving.length) : led;
  if (!free.hasGap) return free.steps(false);
  // Who loses what they have at first loses it in every order; what is got on the way might come later.
  return led.steps(free.isProven && free.losesFirst);
}

/** Whether a giving step can take nothing from anybody, whatever was done before it. */
const takesFromNobody = ({ kind }: ConsoleStep): boolean => ranks[kind] <= ranks['default-set'];

type Told = Omit<OrderedStep, 'gap'> & { gap: Met | null };

/** An order of the steps of a plan, and what it does to people; the steps before `giving` give. */
function orderOf(plan: StepPlan, giving: number) {
  const { kept } = keptMasks(plan, 'begun');
  const budget: Budget = { left: Math.max(fewestLooks, plan.world.population.count * mostPasses) };
  const found = searchOrder(plan, kept, { giving, budget });
  const order = [...plan.steps.keys()].slice(0, plan.begun).concat(found.order);
  const told = tell(plan, order);
  return {
    hasGap: told.some(({ gap }) => gap !== null),
    isProven: found.isProven,
    /** Whether anybody goes without what they have before the first step. */
    get losesFirst() {
      const walk = new ConsoleWalk(plan, keptMasks(plan, 'nothing').kept, { at: 'nothing', budget });
      return order.some((index) => (walk.take(index), walk.gap() !== null));
    },
    steps: (isUnavoidable: boolean): OrderedStep[] =>
      told.map(({ gap, ...step }, place) => ({ ...step, gap: gap && spanOf(gap, place, isUnavoidable) })),
  };

  function spanOf(gap: Met, place: number, isUnavoidable: boolean): Gap {
    const until = told.findIndex((later, at) => at > place && later.gap === null);
    return { ...gap, until, isUnavoidable };
  }
}

/** Goes through the steps of a plan in an order: who gains, who loses, and who goes without something meanwhile. */
function tell(plan: StepPlan, order: readonly number[]): Told[] {
  const { kept, final } = keptMasks(plan, 'nothing');
  const walk = new ConsoleWalk(plan, kept, { at: 'nothing', budget: { left: 0 }, final });
  return order.map((index) => {
    const { gains, losses } = walk.takeAndTell(index);
    // safe because the order holds each step's own index
    return { step: plan.steps[index] as ConsoleStep, gains, losses, gap: walk.gap() };
  });
}

/** Where a step stands among those that nothing else orders: as they are done in one place of the console. */
const ranks: Readonly<Record<ConsoleStep['kind'], number>> = {
  'group-renamed': 0,
  'group-created': 1,
  'default-set': 2,
  'role-renamed': 3,
  'role-created': 4,
  'permission-set': 5,
  'group-role-added': 6,
  'direct-role-given': 7,
  'members-added': 8,
  'members-removed': 9,
  'group-removed': 10,
  'direct-role-taken': 11,
  'group-role-removed': 12,
  'role-removed': 13,
};

const rankOf = ({ kind }: ConsoleStep) => ranks[kind];

type Defaults = { model: ResolutionModel; before: Grants; after: Grants };

/** Whether a step gives and takes nothing, unless it gives somebody their first role. */
function isGiving(step: ConsoleStep, defaults: Defaults): boolean {
  if (step.kind === 'default-set') return levelOf(step.to ?? undefined) >= levelOf(step.before ?? undefined);
  if (step.kind !== 'permission-set') return ranks[step.kind] < ranks['members-removed'];
  return (
    Math.min(...levelsOf(step.permission, step.to, defaults)) >=
    Math.max(...levelsOf(step.permission, step.before, defaults))
  );
}

/** The levels a role may give by what it says; in the tri-state model nothing said is the default, old or new. */
function levelsOf(permission: string, grant: Grant | null, { model, before, after }: Defaults): number[] {
  if (grant !== null) return [levelOf(grant)];
  return model === 'tri-state' ? [levelOf(before[permission]), levelOf(after[permission])] : [0];
}
