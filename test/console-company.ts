import fc from 'fast-check';
import { comparable, noAccess, resolveAccess, type Access } from '#lib/domain/rbac/resolve-access';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import type { Population } from '#lib/domain/rbac/everyone/population';
import { textColumn } from '#lib/domain/rbac/everyone/text-column';
import { afterStep, isReady } from '#lib/domain/console/after-step';
import type { ConsoleGroup, ConsoleRole, ConsoleState } from '#lib/domain/console/console-state';
import { consoleSteps, stepKey, type ConsoleStep } from '#lib/domain/console/console-step';

const permissions = ['gpts', 'local', 'agent'] as const;
const levels = new Map([
  ['gpts', 1],
  ['local', 1],
  ['agent', 2],
]);

/** Two moments of a small company: what the console holds, and what is wanted. */
export type Company = {
  model: ResolutionModel;
  confirmed: ConsoleState;
  wanted: ConsoleState;
  /** Of each person, whether they are active, and their groups and their own roles then and now. */
  people: {
    isActive: boolean;
    before: string[];
    after: string[];
    directBefore: string[];
    directAfter: string[];
  }[];
};

type Places = Map<number, Set<string>>;
export type Moment = { state: ConsoleState; places: Places; direct: Places };

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

/** Steps, and the world they are ordered in; person i has number 100 + i. */
export function arranged({ model, confirmed, wanted, people }: Company) {
  const groupIds = [...new Set([...idsOf(wanted.groups), ...idsOf(confirmed.groups)])];
  const roleIds = [...new Set([...idsOf(wanted.roles), ...idsOf(confirmed.roles)])];
  const who = (isIn: (person: Company['people'][number]) => boolean) =>
    people.flatMap((person, at) => (isIn(person) && person.isActive ? [100 + at] : []));
  const members = groupIds.map((group) => ({
    group,
    added: who(({ before, after }) => after.includes(group) && !before.includes(group)),
    removed: who(({ before, after }) => before.includes(group) && !after.includes(group)),
  }));
  const direct = roleIds.map((role) => ({
    role,
    given: who(({ directBefore, directAfter }) => directAfter.includes(role) && !directBefore.includes(role)),
    taken: who(({ directBefore, directAfter }) => directBefore.includes(role) && !directAfter.includes(role)),
  }));
  const offsets = new Uint32Array(people.length + 1);
  people.forEach(({ after }, at) => (offsets[at + 1] = (offsets[at] ?? 0) + after.length));
  const population: Population = {
    count: people.length,
    numbers: Int32Array.from(people, (_, at) => 100 + at),
    ids: textColumn([]),
    names: textColumn([]),
    isActive: Uint8Array.from(people, ({ isActive }) => Number(isActive)),
    offsets,
    groups: Uint32Array.from(people.flatMap(({ after }) => after.map((group) => groupIds.indexOf(group)))),
    directRoles: new Map(
      people.flatMap(({ directAfter }, at) => {
        return directAfter.length > 0
          ? [[at, directAfter.map((role) => roleIds.indexOf(role))] as const]
          : [];
      }),
    ),
  };
  const world = {
    model,
    bits: permissionBits(levels),
    population,
    groupIds,
    roleIds,
    positionOf: (number: number) => number - 100,
  };
  const directRoles = model === 'tri-state' ? direct : [];
  return { steps: consoleSteps(confirmed, wanted, { members, directRoles }), world };
}

/** Everybody's places once `persons` have what is at `id`, or no longer have it. */
function movedPlaces(places: Places, persons: readonly number[], id: string, isJoining: boolean): Places {
  const next = new Map([...places].map(([person, own]) => [person, new Set(own)]));
  for (const person of persons) {
    const own = next.get(person - 100);
    if (isJoining) own?.add(id);
    else own?.delete(id);
  }
  return next;
}

function moved({ state, places, direct }: Moment, step: ConsoleStep): Moment {
  const next = { state: afterStep(state, step), places, direct };
  if (!('persons' in step)) return next;
  const { persons, kind } = step;
  return 'group' in step
    ? { ...next, places: movedPlaces(places, persons, step.group, kind === 'members-added') }
    : { ...next, direct: movedPlaces(direct, persons, step.role, kind === 'direct-role-given') };
}

const begin = ({ confirmed, people }: Company): Moment => ({
  state: confirmed,
  places: new Map(people.map(({ before, after, isActive }, at) => [at, new Set(isActive ? before : after)])),
  direct: new Map(
    people.map(({ directBefore, directAfter, isActive }, at) => {
      return [at, new Set(isActive ? directBefore : directAfter)];
    }),
  ),
});

/** What everybody may do at a moment, person by person. */
export function accessAt({ state, places, direct }: Moment, { model, people }: Company): Access[] {
  const roles = new Map(state.roles.map((role) => [role.id, role]));
  const directory = {
    model,
    defaults: state.defaults,
    rolesByGroup: new Map(
      state.groups.map(({ id, roleIds }) => [id, roleIds.flatMap((role) => roles.get(role) ?? [])]),
    ),
  };
  return people.map(({ isActive }, at) => {
    const directRoles = [...(direct.get(at) ?? [])].flatMap((role) => roles.get(role) ?? []);
    return resolveAccess({ isActive, groupIds: places.get(at) ?? [], directRoles }, directory);
  });
}

const levelsOf = (access: Access | undefined) => comparable(access ?? noAccess).levels;
const levelIn = (access: Access | undefined, key: string) => levelsOf(access).get(key) ?? 0;

/** Who has less than the lower of what they have at first and at last. */
export function goingWithout(now: Access[], first: Access[], last: Access[]) {
  const lost = now.map((access, at) =>
    permissions.filter(
      (key) => levelIn(access, key) < Math.min(levelIn(first[at], key), levelIn(last[at], key)),
    ),
  );
  const people = lost.filter((keys) => keys.length > 0).length;
  return people === 0
    ? null
    : { people, permissions: permissions.filter((key) => lost.flat().includes(key)) };
}

export const everyStep = (company: Company, steps: readonly ConsoleStep[]) => {
  const moments = [begin(company)];
  for (const step of steps) moments.push(moved(moments.at(-1) ?? begin(company), step));
  return moments;
};

/** What everybody had at one moment or another, at the highest level. */
export const everHad = (moments: readonly Access[][]): Access[] =>
  (moments[0] ?? []).map((_, at) => {
    const most = (key: string) => Math.max(...moments.map((moment) => levelIn(moment[at], key)));
    const granted = permissions.flatMap((key) =>
      most(key) > 0 ? [[key, { level: most(key), paths: [] }] as const] : [],
    );
    return { ...noAccess, granted: new Map(granted) };
  });

/** Whether some order spares everybody what they have at first, tried one after the other. */
export function isThereAnOrder(company: Company, steps: readonly ConsoleStep[]): boolean {
  const first = accessAt(begin(company), company);
  const last = accessAt(everyStep(company, steps).at(-1) ?? begin(company), company);
  const tried = new Set<string>();
  const goOn = (moment: Moment, left: readonly ConsoleStep[]): boolean => {
    if (left.length === 0) return true;
    const place = left.map(stepKey).join();
    if (tried.has(place)) return false;
    tried.add(place);
    return left.some((step) => {
      if (!isReady(moment.state, step)) return false;
      const next = moved(moment, step);
      if (goingWithout(accessAt(next, company), first, last)) return false;
      return goOn(
        next,
        left.filter((one) => one !== step),
      );
    });
  };
  return goOn(begin(company), steps);
}

const grants = (model: ResolutionModel) =>
  fc.record(
    {
      gpts: model === 'tri-state' ? fc.boolean() : fc.constant(true),
      local: model === 'tri-state' ? fc.boolean() : fc.constant(true),
      agent: fc.constantFrom(1, 2),
    },
    { requiredKeys: [] },
  );

const roleIds = ['r0', 'r1', 'r2'];
const groupIds = ['g0', 'g1', 'g2'];

const state = (model: ResolutionModel) =>
  fc
    .record({
      defaults: grants(model),
      roles: fc
        .subarray(roleIds)
        .chain((ids) =>
          fc.tuple(
            ...ids.map((id) =>
              grants(model).map((said): ConsoleRole => ({ id, name: id, permissions: said })),
            ),
          ),
        ),
      groups: fc.tuple(
        ...groupIds.map((id) =>
          fc.record({ id: fc.constant(id), isThere: fc.boolean(), roleIds: fc.subarray(roleIds) }),
        ),
      ),
    })
    .map(({ defaults, roles, groups }): ConsoleState => ({
      defaults,
      roles,
      groups: groups
        .filter(({ id, isThere }) => isThere || id === 'g0')
        .map(({ id, roleIds: own }): ConsoleGroup => ({
          id,
          name: id,
          // g0 is a group that a directory brings.
          byHand: id !== 'g0',
          roleIds: own.filter((role) => roles.some((one) => one.id === role)),
        })),
    }));

export const company: fc.Arbitrary<Company> = fc
  .constantFrom<ResolutionModel>('guide-2026-03', 'tri-state')
  .chain((model) =>
    fc.record({ model: fc.constant(model), confirmed: state(model), wanted: state(model) }).chain((both) =>
      fc.record({
        model: fc.constant(both.model),
        confirmed: fc.constant(both.confirmed),
        wanted: fc.constant(both.wanted),
        people: fc.array(
          fc
            .record({
              isActive: fc.integer({ min: 0, max: 5 }).map((die) => die > 0),
              before: fc.subarray(idsOf(both.confirmed.groups).filter((id) => id !== 'g0')),
              after: fc.subarray(idsOf(both.wanted.groups).filter((id) => id !== 'g0')),
              isSynced: fc.boolean(),
              directBefore: fc.subarray(idsOf(both.confirmed.roles)),
              directAfter: fc.subarray(idsOf(both.wanted.roles)),
            })
            .map(({ isSynced, before, after, ...person }) => ({
              ...person,
              before: isSynced ? ['g0', ...before] : before,
              after: isSynced ? ['g0', ...after] : after,
            })),
          { minLength: 1, maxLength: 5 },
        ),
      }),
    ),
  );

export const countMore = (these: Access[], those: Access[]) =>
  these.filter((access, at) => permissions.some((key) => levelIn(access, key) > levelIn(those[at], key)))
    .length;

export const sorted = (one: ConsoleState | undefined) => ({
  defaults: one?.defaults,
  roles: [...(one?.roles ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
  groups: [...(one?.groups ?? [])]
    .map((group) => ({ ...group, roleIds: [...group.roleIds].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});
