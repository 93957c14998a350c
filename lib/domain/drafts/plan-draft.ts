import { sameGrants, type Grants } from '#lib/domain/rbac/grants';
import { isMembership, type DraftChange } from './draft-change';
import { byId, type DraftWorld } from './draft-world';

/** What applying a draft writes: each object once, and none that stays as it is. */
export type DraftWrites = {
  /** Id of a role -> what it says of permissions then. */
  roles: ReadonlyMap<string, Grants>;
  /** Id of a group -> the roles it has then, sorted. */
  groups: ReadonlyMap<string, readonly string[]>;
  /** Id of a group -> who joins and who leaves. */
  members: ReadonlyMap<string, { add: readonly string[]; remove: readonly string[] }>;
  defaults: Grants | null;
};

/** What `changes`, one after the other, make of `world`. `keys` are the permissions in the catalogue's order. */
export function planDraft(
  changes: readonly DraftChange[],
  world: DraftWorld,
  keys: readonly string[],
): DraftWrites {
  const roles = new Map(world.roles.map(({ id, permissions }) => [id, permissions]));
  const groups = new Map(world.groups.map(({ id, roleIds }) => [id, roleIds]));
  let defaults = world.defaults;
  for (const change of changes) {
    if (change.kind === 'default-role-changed') defaults = change.permissions;
    else if ('permission' in change) roles.set(change.role, roleAfter(change, roles.get(change.role) ?? {}));
    else if ('role' in change) groups.set(change.group, rolesAfter(change, groups.get(change.group) ?? []));
  }
  return {
    roles: differing(
      roles,
      (id) => byId(world.roles, id)?.permissions,
      sameGrants,
      (said) => ordered(said, keys),
    ),
    groups: differing(
      groups,
      (id) => byId(world.groups, id)?.roleIds,
      sameIds,
      (ids) => [...ids].sort(),
    ),
    members: membersAfter(changes, world),
    defaults: sameGrants(defaults, world.defaults) ? null : ordered(defaults, keys),
  };
}

function roleAfter(change: DraftChange & { permission: string }, said: Grants): Grants {
  if (change.kind === 'role-permission-granted')
    return { ...said, [change.permission]: change.level ?? true };
  return Object.fromEntries(Object.entries(said).filter(([key]) => key !== change.permission));
}

function rolesAfter(
  { kind, role }: DraftChange & { role: string },
  before: readonly string[],
): readonly string[] {
  const others = before.filter((one) => one !== role);
  return kind === 'group-role-added' ? [...others, role] : others;
}

function membersAfter(changes: readonly DraftChange[], world: DraftWorld): DraftWrites['members'] {
  const groups = new Map<string, Map<string, boolean>>();
  for (const { kind, group, person } of changes.filter(isMembership)) {
    const people = groups.get(group) ?? new Map<string, boolean>();
    groups.set(group, people.set(person, kind === 'membership-added'));
  }
  const writes = [...groups].map(([group, people]) => {
    const moving = [...people].filter(
      ([person, isIn]) => (byId(world.people, person)?.groupIds.includes(group) ?? false) !== isIn,
    );
    const side = (isIn: boolean) =>
      moving
        .filter(([, joins]) => joins === isIn)
        .map(([person]) => person)
        .sort();
    return [group, { add: side(true), remove: side(false) }] as const;
  });
  return new Map(writes.filter(([, { add, remove }]) => add.length + remove.length > 0));
}

function differing<T>(
  after: ReadonlyMap<string, T>,
  before: (id: string) => T | undefined,
  same: (one: T, other: T) => boolean,
  written: (value: T) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [id, value] of after) {
    const was = before(id);
    if (was !== undefined && !same(was, value)) found.set(id, written(value));
  }
  return found;
}

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

const ordered = (said: Grants, keys: readonly string[]): Grants => {
  const retired = Object.keys(said).filter((key) => !keys.includes(key));
  return Object.fromEntries(
    [...keys, ...retired].flatMap((key) => {
      const grant = said[key];
      return grant === undefined ? [] : [[key, grant] as const];
    }),
  );
};
