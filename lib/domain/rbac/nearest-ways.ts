import { directoryOf, rolesOf, type AccessFacts, type GroupSummary } from './access-facts';
import { compareAccess } from './compare-access';
import { levelOf } from './grants';
import { comparable, resolveAccess, type Access } from './resolve-access';

/** A change after which somebody would have a permission, and what else it would do. */
export type NearestWay =
  /** The person joins a group that has it. */
  | {
      kind: 'join';
      groupId: string;
      gains: readonly string[];
      losses: readonly string[];
      leavesDefault: boolean;
    }
  /** One of the person's roles grants it, to everybody who has that role. */
  | { kind: 'grant'; roleId: string; people: number }
  /** The workspace defaults grant it, to everybody without a custom role. */
  | { kind: 'default'; people: number };

const waysShown = 3;

/** What an active person has roles by. */
export type Placing = { groupIds: readonly string[]; directRoleIds?: readonly string[] };

/**
 * The nearest ways for an active person to get `permission`, at most three: those that change least for the
 * person first, then those that change it for the fewest people.
 */
export function nearestWays(
  permission: string,
  { groupIds, directRoleIds = [] }: Placing,
  access: AccessFacts,
): readonly NearestWay[] {
  const directory = directoryOf(access);
  const directRoles = rolesOf(directRoleIds, access);
  const having = (ids: readonly string[]) =>
    resolveAccess({ isActive: true, groupIds: ids, directRoles }, directory);
  const before = having(groupIds);
  const effects = new Map<string, Effect>();
  const effectOf = (group: GroupSummary): Effect => {
    const key = JSON.stringify(group.roleIds);
    const known = effects.get(key) ?? effectBetween(before, having([...groupIds, group.id]));
    effects.set(key, known);
    return known;
  };
  const joins = access.groups
    .filter((group) => !groupIds.includes(group.id) && grants(group.roleIds, permission, access))
    .map((group): Join => ({ kind: 'join', groupId: group.id, ...effectOf(group) }))
    .sort((one, other) => weight(one) - weight(other));
  return [...joins, ...grantsBy([groupIds, directRoleIds], before.usesDefault, access)].slice(0, waysShown);
}

type Join = NearestWay & { kind: 'join' };

/** What joining a group does for a person; the same for every group with the same roles. */
type Effect = Omit<Join, 'kind' | 'groupId'>;

function effectBetween(before: Access, after: Access): Effect {
  const { gains, losses, leavesDefault } = compareAccess(comparable(before), comparable(after));
  return { gains, losses, leavesDefault };
}

const weight = ({ gains, losses }: Join) => losses.length * 1000 + gains.length;

const grants = (roleIds: readonly string[], permission: string, access: AccessFacts): boolean =>
  rolesOf(roleIds, access).some(({ permissions }) => levelOf(permissions[permission]) > 0);

function grantsBy(
  [groupIds, directRoleIds]: readonly [readonly string[], readonly string[]],
  usesDefault: boolean,
  access: AccessFacts,
): NearestWay[] {
  const having = (isMeant: (roleIds: readonly string[]) => boolean) =>
    access.profiles.filter(({ roleIds }) => isMeant(roleIds)).reduce((sum, { people }) => sum + people, 0);
  if (usesDefault) return [{ kind: 'default', people: having((roleIds) => roleIds.length === 0) }];
  const direct = access.model.model === 'tri-state' ? directRoleIds : [];
  const mine = access.groups.filter(({ id }) => groupIds.includes(id)).flatMap(({ roleIds }) => roleIds);
  return [...new Set([...mine, ...direct])]
    .map((roleId) => ({ kind: 'grant' as const, roleId, people: having((ids) => ids.includes(roleId)) }))
    .sort((one, other) => one.people - other.people);
}
