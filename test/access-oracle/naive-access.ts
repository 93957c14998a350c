import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import type { Directory } from '#lib/domain/rbac/directory';
import { resolveAccess, type Access } from '#lib/domain/rbac/resolve-access';
import { bookOf } from './columns';
import { groupId, personId, roleId, type World, type WorldPerson } from './world';

/** What the roles of an invented workspace's groups resolve against. */
export function directoryOf(world: World): Directory {
  const { model, defaults, roles, groups } = bookOf(world);
  return {
    model,
    defaults,
    rolesByGroup: new Map(
      groups.map((group) => [group.id, group.roles.flatMap((role) => roles[role] ?? [])]),
    ),
  };
}

/** What one person may do. */
export function accessIn(world: World, person: WorldPerson): Access {
  const { roles } = bookOf(world);
  return resolveAccess(
    {
      isActive: person.isActive,
      groupIds: person.groups.map(groupId),
      directRoles: person.direct.flatMap((role) => roles[role] ?? []),
    },
    directoryOf(world),
  );
}

const without = (grants: World['defaults'], key: string) =>
  Object.fromEntries(Object.entries(grants).filter(([one]) => one !== key));

const numberIn = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1));

type Kind = AccessChange['kind'];
type Apply<K extends Kind> = (world: World, change: Extract<AccessChange, { kind: K }>) => World;

const mapRole = (world: World, id: string, to: (said: World['defaults']) => World['defaults']): World => ({
  ...world,
  roles: world.roles.map((said, role) => (roleId(role) === id ? to(said) : said)),
});
const mapGroup = (world: World, id: string, to: (own: readonly number[]) => readonly number[]): World => ({
  ...world,
  groups: world.groups.map((group, at) => (groupId(at) === id ? { roles: to(group.roles) } : group)),
});
const mapPerson = (world: World, id: string, to: (person: WorldPerson) => WorldPerson): World => ({
  ...world,
  people: world.people.map((person, at) => (personId(at) === id ? to(person) : person)),
});

/** An invented workspace after one change of each kind, written as plainly as can be. */
const after: { [K in Kind]: Apply<K> } = {
  'default-role-changed': (world, { permissions }) => ({ ...world, defaults: permissions }),
  'model-changed': (world, { model }) => ({ ...world, model }),
  'direct-roles-changed': (world, { person, roles }) =>
    mapPerson(world, person, (one) => ({ ...one, direct: roles.map(numberIn) })),
  'role-created': (world, { permissions }) => ({ ...world, roles: [...world.roles, permissions] }),
  'role-changed': (world, { role, permissions }) => mapRole(world, role, () => permissions),
  'role-permission-granted': (world, { role, permission, level }) =>
    mapRole(world, role, (said) => ({ ...said, [permission]: level ?? true })),
  'role-permission-revoked': (world, { role, permission }) =>
    mapRole(world, role, (said) => without(said, permission)),
  'role-removed': (world, { role: id }) => {
    const stays = (role: number) => roleId(role) !== id;
    return {
      ...world,
      groups: world.groups.map((group) => ({ roles: group.roles.filter(stays) })),
      people: world.people.map((person) => ({ ...person, direct: person.direct.filter(stays) })),
    };
  },
  'group-role-added': (world, { group, role }) =>
    mapGroup(world, group, (own) => [...new Set([...own, numberIn(role)])]),
  'group-role-removed': (world, { group, role }) =>
    mapGroup(world, group, (own) => own.filter((one) => roleId(one) !== role)),
  'group-removed': (world, { group }) => mapGroup(world, group, () => []),
  'membership-added': (world, { group, person }) =>
    mapPerson(world, person, (one) => ({ ...one, groups: [...one.groups, numberIn(group)] })),
  'membership-removed': (world, { group, person }) =>
    mapPerson(world, person, (one) => ({ ...one, groups: one.groups.filter((at) => groupId(at) !== group) })),
  'person-deactivated': (world, { person }) =>
    mapPerson(world, person, (one) => ({ ...one, isActive: false })),
};

const namesRole = (change: AccessChange, id: string): boolean =>
  ('role' in change && change.role === id) || ('roles' in change && change.roles.includes(id));

/** Whether a change names a role or a group that a change before it removed. */
function isLate(change: AccessChange, before: readonly AccessChange[]): boolean {
  return before.some(
    (one) =>
      (one.kind === 'role-removed' && namesRole(change, one.role)) ||
      (one.kind === 'group-removed' && 'group' in change && change.group === one.group),
  );
}

/** The changes that come too late: what they name is removed by one before them. */
export const lateChanges = (changes: readonly AccessChange[]): AccessChange[] =>
  changes.filter((change, at) => isLate(change, changes.slice(0, at)));

/** An invented workspace after `changes`, one after the other; what comes too late changes nothing. */
export function afterAll(world: World, changes: readonly AccessChange[]): World {
  const late = lateChanges(changes);
  return (
    changes
      .filter((change) => !late.includes(change))
      // safe because a change finds the function of its own kind
      .reduce((now, change) => (after[change.kind] as Apply<Kind>)(now, change), world)
  );
}
