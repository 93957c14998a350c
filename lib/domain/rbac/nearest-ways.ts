import { directoryOf, rolesOf, type AccessFacts } from './access-facts';
import { compareAccess } from './compare-access';
import { levelOf } from './grants';
import { comparable, resolveAccess } from './resolve-access';

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

/**
 * The nearest ways for an active person in `groupIds` to get `permission`, at most three: those that change
 * least for the person first, then those that change it for the fewest people.
 */
export function nearestWays(
  permission: string,
  groupIds: readonly string[],
  access: AccessFacts,
): readonly NearestWay[] {
  const directory = directoryOf(access);
  const before = resolveAccess({ isActive: true, groupIds }, directory);
  const joins = access.groups
    .filter((group) => !groupIds.includes(group.id) && grants(group.roleIds, permission, access))
    .map(({ id }): NearestWay & { kind: 'join' } => {
      const after = resolveAccess({ isActive: true, groupIds: [...groupIds, id] }, directory);
      const { gains, losses, leavesDefault } = compareAccess(comparable(before), comparable(after));
      return { kind: 'join', groupId: id, gains, losses, leavesDefault };
    })
    .sort((one, other) => weight(one) - weight(other));
  return [...joins, ...grantsBy(groupIds, before.usesDefault, access)].slice(0, waysShown);
}

const weight = ({ gains, losses }: NearestWay & { kind: 'join' }) => losses.length * 1000 + gains.length;

const grants = (roleIds: readonly string[], permission: string, access: AccessFacts): boolean =>
  rolesOf(roleIds, access).some(({ permissions }) => levelOf(permissions[permission]) > 0);

function grantsBy(groupIds: readonly string[], usesDefault: boolean, access: AccessFacts): NearestWay[] {
  const having = (isMeant: (roleIds: readonly string[]) => boolean) =>
    access.profiles.filter(({ roleIds }) => isMeant(roleIds)).reduce((sum, { people }) => sum + people, 0);
  if (usesDefault) return [{ kind: 'default', people: having((roleIds) => roleIds.length === 0) }];
  const mine = access.groups.filter(({ id }) => groupIds.includes(id)).flatMap(({ roleIds }) => roleIds);
  return [...new Set(mine)]
    .map((roleId) => ({ kind: 'grant' as const, roleId, people: having((ids) => ids.includes(roleId)) }))
    .sort((one, other) => one.people - other.people);
}
