import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { countUp, word } from '#lib/domain/rbac/everyone/columns';
import type { PermissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { groupsAt, type Population } from '#lib/domain/rbac/everyone/population';
import type { ConsoleState } from './console-state';
import { isAboutPeople, type ConsoleStep } from './console-step';

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

/**
 * Places in groups that steps give or take, person by person: those of person i are at offsets[i] up to
 * offsets[i + 1]. A place is held while its step is done (`joins` 1), or until it is.
 */
export type PendingPlaces = {
  offsets: Uint32Array;
  groups: Uint32Array;
  steps: Uint32Array;
  joins: Uint8Array;
};

/**
 * What the steps of a worklist are about, by positions: looked up once, asked at every look. Who has a role directly
 * is in a group that has just this role: these groups stand behind all others, one for each role.
 */
export type StepPlan = {
  world: ConsoleWorld;
  confirmed: ConsoleState;
  steps: readonly ConsoleStep[];
  /** The first so many steps come first, whatever the order of the others. */
  begun: number;
  /** Steps that must be done before each. */
  needs: readonly (readonly number[])[];
  /** By position of the role, and of the group: the steps about it. */
  stepsOfRole: readonly (readonly number[])[];
  stepsOfGroup: readonly (readonly number[])[];
  /** By position of the role: groups that have it before, after or between. */
  groupsOfRole: readonly (readonly number[])[];
  /** By step: groups whose members it gives something or takes it from. */
  groupsMet: readonly (readonly number[])[];
  /** Everybody who is in group g before, after or between: members[offsets[g]] up to members[offsets[g + 1]]. */
  members: { offsets: Uint32Array; people: Uint32Array };
  /** The groups of person i that no step is about: groups[offsets[i]] up to groups[offsets[i + 1]]. */
  settled: { offsets: Uint32Array; groups: Uint32Array };
  pending: PendingPlaces;
  /** By step: positions of the persons it names. */
  persons: readonly (readonly number[])[];
  roleAt: (id: string) => number;
  groupAt: (id: string) => number;
};

const positionsOf = (ids: readonly string[]) => {
  const places = new Map(ids.map((id, position) => [id, position]));
  return (id: string) => places.get(id) ?? -1;
};

/** Looks up what `steps` are about, the first `begun` of which come first in any order. */
export function planSteps(
  steps: readonly ConsoleStep[],
  confirmed: ConsoleState,
  world: ConsoleWorld,
  begun = 0,
): StepPlan {
  const roleAt = positionsOf(world.roleIds);
  const groupAt = positionsOf(world.groupIds);
  const holdersAt = (id: string) => world.groupIds.length + roleAt(id);
  const places = { world, roleAt, groupAt, holdersAt };
  const persons = steps.map((step) =>
    isAboutPeople(step) ? step.persons.map(world.positionOf).filter((at) => at >= 0) : [],
  );
  const pending = pendingPlaces(steps, persons, places);
  const settled = settledPlaces(world, pending);
  const groupsOfRole = groupsOfRoles(steps, confirmed, places);
  const about = (count: number, of: (step: ConsoleStep) => number) => listsOf(count, steps.map(of));
  return {
    world,
    confirmed,
    steps,
    begun,
    needs: needsOf(steps),
    stepsOfRole: about(world.roleIds.length, (step) =>
      'role' in step && !('group' in step) ? roleAt(step.role) : -1,
    ),
    stepsOfGroup: about(world.groupIds.length, (step) => ('group' in step ? groupAt(step.group) : -1)),
    groupsOfRole,
    groupsMet: steps.map((step) => metBy(step, groupsOfRole, places)),
    members: membersOf(world, settled, pending),
    settled,
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

type Places = {
  world: ConsoleWorld;
  roleAt: (id: string) => number;
  groupAt: (id: string) => number;
  /** Position of the group of those who have a role directly. */
  holdersAt: (roleId: string) => number;
};

function groupsOfRoles(
  steps: readonly ConsoleStep[],
  confirmed: ConsoleState,
  { world, roleAt, groupAt, holdersAt }: Places,
): number[][] {
  const groups = world.roleIds.map((id) => new Set([holdersAt(id)]));
  for (const group of confirmed.groups) {
    for (const role of group.roleIds) groups[roleAt(role)]?.add(groupAt(group.id));
  }
  for (const step of steps) {
    if (step.kind === 'group-role-added') groups[roleAt(step.role)]?.add(groupAt(step.group));
  }
  return groups.map((all) => [...all]);
}

function metBy(
  step: ConsoleStep,
  groupsOfRole: readonly (readonly number[])[],
  { roleAt, groupAt }: Places,
): readonly number[] {
  switch (step.kind) {
    case 'group-role-added':
    case 'group-role-removed':
      return [groupAt(step.group)];
    case 'permission-set':
    case 'role-removed':
      return groupsOfRole[roleAt(step.role)] ?? [];
    // Whoever a step names stands in `persons`; and until a role is created nobody has it.
    default:
      return [];
  }
}

function pendingPlaces(
  steps: readonly ConsoleStep[],
  persons: readonly (readonly number[])[],
  { world, groupAt, holdersAt }: Places,
): PendingPlaces {
  const { count } = world.population;
  const offsets = new Uint32Array(count + 1);
  for (const own of persons) for (const at of own) countUp(offsets, at + 1);
  sumUp(offsets);
  const all = word(offsets, count);
  const filled = offsets.slice();
  const places = { groups: new Uint32Array(all), steps: new Uint32Array(all), joins: new Uint8Array(all) };
  steps.forEach((step, index) => {
    if (!isAboutPeople(step)) return;
    const group = 'group' in step ? groupAt(step.group) : holdersAt(step.role);
    const joins = step.kind === 'members-added' || step.kind === 'direct-role-given';
    for (const at of persons[index] ?? []) {
      const place = word(filled, at);
      places.groups[place] = group;
      places.steps[place] = index;
      places.joins[place] = Number(joins);
      countUp(filled, at);
    }
  });
  return { offsets, ...places };
}

/** Turns counts, each one place behind its own, into offsets. */
function sumUp(offsets: Uint32Array): void {
  for (let at = 1; at < offsets.length; at += 1) offsets[at] = word(offsets, at) + word(offsets, at - 1);
}

function settledPlaces(
  { model, population, groupIds }: ConsoleWorld,
  pending: PendingPlaces,
): StepPlan['settled'] {
  const direct = model === 'tri-state' ? population.directRoles : new Map<number, readonly number[]>();
  const size = [...direct.values()].reduce((sum, roles) => sum + roles.length, population.groups.length);
  const offsets = new Uint32Array(population.count + 1);
  const groups = new Uint32Array(size);
  let written = 0;
  for (let at = 0; at < population.count; at += 1) {
    const own = pending.groups.subarray(word(pending.offsets, at), word(pending.offsets, at + 1));
    const held = (direct.get(at) ?? []).map((role) => groupIds.length + role);
    for (const group of [...groupsAt(population, at), ...held]) {
      if (own.includes(group)) continue;
      groups[written] = group;
      written += 1;
    }
    offsets[at + 1] = written;
  }
  return { offsets, groups };
}

function membersOf(
  { population, groupIds, roleIds }: ConsoleWorld,
  ...places: readonly { offsets: Uint32Array; groups: Uint32Array }[]
): StepPlan['members'] {
  const count = groupIds.length + roleIds.length;
  const offsets = new Uint32Array(count + 1);
  const each = (visit: (group: number, at: number) => void) => {
    for (const { offsets: own, groups } of places) {
      for (let at = 0; at < population.count; at += 1) {
        for (let next = word(own, at); next < word(own, at + 1); next += 1) visit(word(groups, next), at);
      }
    }
  };
  each((group) => countUp(offsets, group + 1));
  sumUp(offsets);
  const filled = offsets.slice();
  const people = new Uint32Array(word(offsets, count));
  each((group, at) => {
    people[word(filled, group)] = at;
    countUp(filled, group);
  });
  return { offsets, people };
}
