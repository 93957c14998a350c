import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { countUp, word } from '#lib/domain/rbac/everyone/columns';
import type { PermissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { groupsAt, type Population } from '#lib/domain/rbac/everyone/population';
import type { ConsoleState } from './console-state';
import { isAboutMembers, type ConsoleStep } from './console-step';

/** Everybody, and how the console and the directory number them. */
export type ConsoleWorld = {
  model: ResolutionModel;
  bits: PermissionBits;
  /** As it is wanted. */
  population: Population;
  /** Ids of the groups, by position in the population; groups that are no longer wanted come last. */
  groupIds: readonly string[];
  /** Ids of every role, wanted or confirmed, by position; roles that are no longer wanted come last. */
  roleIds: readonly string[];
  positionOf: (person: number) => number;
};

/** A place in a group that a step gives or takes: it is held while the step is done, or until it is. */
export type PendingPlace = { step: number; joins: boolean };

/** What the steps of a worklist are about, by positions: looked up once, asked at every look. */
export type StepPlan = {
  world: ConsoleWorld;
  confirmed: ConsoleState;
  steps: readonly ConsoleStep[];
  /** Steps that must be done before each. */
  needs: readonly (readonly number[])[];
  /** By position of the role, and of the group: the steps about it. */
  stepsOfRole: readonly (readonly number[])[];
  stepsOfGroup: readonly (readonly number[])[];
  /** By position of the role: groups that have it before, after or between. */
  groupsOfRole: readonly (readonly number[])[];
  /** By position of the role: people who have it directly, where that counts. */
  holders: readonly (readonly number[])[];
  /** Everybody who is in group g before, after or between: members[offsets[g]] up to members[offsets[g + 1]]. */
  members: { offsets: Uint32Array; people: Uint32Array };
  /** Position of a person -> position of a group -> the step that decides. */
  pending: ReadonlyMap<number, ReadonlyMap<number, PendingPlace>>;
  /** By step: positions of the persons it names. */
  persons: readonly (readonly number[])[];
  roleAt: (id: string) => number;
  groupAt: (id: string) => number;
};

const positionsOf = (ids: readonly string[]) => {
  const places = new Map(ids.map((id, position) => [id, position]));
  return (id: string) => places.get(id) ?? -1;
};

/** Looks up what `steps` are about. */
export function planSteps(
  steps: readonly ConsoleStep[],
  confirmed: ConsoleState,
  world: ConsoleWorld,
): StepPlan {
  const roleAt = positionsOf(world.roleIds);
  const groupAt = positionsOf(world.groupIds);
  const persons = steps.map((step) =>
    isAboutMembers(step) ? step.persons.map(world.positionOf).filter((at) => at >= 0) : [],
  );
  const pending = pendingPlaces(steps, persons, groupAt);
  const about = (count: number, of: (step: ConsoleStep) => number) => listsOf(count, steps.map(of));
  return {
    world,
    confirmed,
    steps,
    needs: needsOf(steps),
    stepsOfRole: about(world.roleIds.length, (step) =>
      'role' in step && !('group' in step) ? roleAt(step.role) : -1,
    ),
    stepsOfGroup: about(world.groupIds.length, (step) => ('group' in step ? groupAt(step.group) : -1)),
    groupsOfRole: groupsOfRoles(steps, confirmed, { world, roleAt, groupAt }),
    holders: holdersOf(world),
    members: membersOf(world, pending),
    pending,
    persons,
    roleAt,
    groupAt,
  };
}

/** For each of `count` positions, the indexes at which `at` names it. */
function listsOf(count: number, at: readonly number[]): number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  at.forEach((position, index) => lists[position]?.push(index));
  return lists;
}

function needsOf(steps: readonly ConsoleStep[]): number[][] {
  const created = new Map<string, number>();
  steps.forEach((step, index) => {
    if (step.kind === 'role-created') created.set(`role ${step.role}`, index);
    if (step.kind === 'group-created') created.set(`group ${step.group}`, index);
  });
  return steps.map((step, index) => {
    const about = [
      ...('role' in step ? [`role ${step.role}`] : []),
      ...('group' in step ? [`group ${step.group}`] : []),
    ];
    return about.flatMap((what) => created.get(what) ?? []).filter((need) => need !== index);
  });
}

type Places = { world: ConsoleWorld; roleAt: (id: string) => number; groupAt: (id: string) => number };

function groupsOfRoles(
  steps: readonly ConsoleStep[],
  confirmed: ConsoleState,
  { world, roleAt, groupAt }: Places,
): number[][] {
  const groups = Array.from(world.roleIds, () => new Set<number>());
  for (const group of confirmed.groups) {
    for (const role of group.roleIds) groups[roleAt(role)]?.add(groupAt(group.id));
  }
  for (const step of steps) {
    if (step.kind === 'group-role-added') groups[roleAt(step.role)]?.add(groupAt(step.group));
  }
  return groups.map((all) => [...all]);
}

function holdersOf({ model, population, roleIds }: ConsoleWorld): number[][] {
  const holders = Array.from(roleIds, (): number[] => []);
  if (model !== 'tri-state') return holders;
  for (const [at, roles] of population.directRoles) for (const role of roles) holders[role]?.push(at);
  return holders;
}

function pendingPlaces(
  steps: readonly ConsoleStep[],
  persons: readonly (readonly number[])[],
  groupAt: (id: string) => number,
): Map<number, Map<number, PendingPlace>> {
  const pending = new Map<number, Map<number, PendingPlace>>();
  steps.forEach((step, index) => {
    if (!isAboutMembers(step)) return;
    const place = { step: index, joins: step.kind === 'members-added' };
    for (const at of persons[index] ?? []) {
      const own = pending.get(at) ?? new Map<number, PendingPlace>();
      pending.set(at, own.set(groupAt(step.group), place));
    }
  });
  return pending;
}

function membersOf(
  { population, groupIds }: ConsoleWorld,
  pending: StepPlan['pending'],
): StepPlan['members'] {
  const offsets = new Uint32Array(groupIds.length + 1);
  const each = (visit: (group: number, at: number) => void) => {
    for (let at = 0; at < population.count; at += 1) {
      const own = pending.get(at);
      for (const group of groupsAt(population, at)) if (!own?.has(group)) visit(group, at);
    }
    for (const [at, own] of pending) for (const group of own.keys()) visit(group, at);
  };
  each((group) => countUp(offsets, group + 1));
  for (let group = 0; group < groupIds.length; group += 1) {
    offsets[group + 1] = word(offsets, group + 1) + word(offsets, group);
  }
  const filled = offsets.slice();
  const people = new Uint32Array(word(offsets, groupIds.length));
  each((group, at) => {
    people[word(filled, group)] = at;
    countUp(filled, group);
  });
  return { offsets, people };
}
