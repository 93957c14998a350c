import { noDefaults, type CustomRole, type Directory, type Group, type WorkspaceDefaults } from './directory';
import { lostDefaults } from './lost-defaults';

/** A group with its roles and the number of active people in it. */
export type GroupSummary = Group & {
  roleIds: readonly string[];
  /** Writes of the group's list of roles; 0 until it was set. */
  rolesVersion: number;
  people: number;
};

/** Active people with the same roles, so with the same access. */
export type AccessProfile = {
  /** Sorted; without any the workspace defaults apply. */
  roleIds: readonly string[];
  people: number;
  /** The groups these people have their roles from. */
  groupIds: readonly string[];
};

/** What is stored of roles, groups and people, in sums: nothing here grows with the number of people. */
export type AccessFacts = {
  defaults: WorkspaceDefaults;
  /** By name. */
  roles: readonly CustomRole[];
  /** By name. */
  groups: readonly GroupSummary[];
  /** Every set of roles that active people have, the largest first. */
  profiles: readonly AccessProfile[];
};

/** No role, no group, nobody. */
export const noAccessFacts: AccessFacts = { defaults: noDefaults, roles: [], groups: [], profiles: [] };

/** The roles of `roleIds` that exist. */
export function rolesOf(
  roleIds: readonly string[],
  { roles }: Pick<AccessFacts, 'roles'>,
): readonly CustomRole[] {
  const wanted = new Set(roleIds);
  return roles.filter(({ id }) => wanted.has(id));
}

/** What resolution needs, out of the facts: `resolveAccess({ isActive: true, groupIds }, directoryOf(facts.access))`. */
export const directoryOf = (facts: Pick<AccessFacts, 'defaults' | 'roles' | 'groups'>): Directory => ({
  defaults: facts.defaults.permissions,
  rolesByGroup: new Map(facts.groups.map(({ id, roleIds }) => [id, rolesOf(roleIds, facts)])),
});

/** What everybody of a profile may do, and which defaults they do without. */
export function profileAccess(
  { roleIds }: Pick<AccessProfile, 'roleIds'>,
  facts: Pick<AccessFacts, 'defaults' | 'roles'>,
): { usesDefault: boolean; permissions: readonly string[]; lostDefaults: readonly string[] } {
  const roles = rolesOf(roleIds, facts);
  const usesDefault = roles.length === 0;
  const granted = usesDefault ? facts.defaults.permissions : roles.flatMap(({ permissions }) => permissions);
  return {
    usesDefault,
    permissions: [...new Set(granted)],
    lostDefaults: lostDefaults(roles, facts.defaults.permissions),
  };
}

/** The number of active people. */
export const activePeople = ({ profiles }: Pick<AccessFacts, 'profiles'>): number =>
  profiles.reduce((sum, { people }) => sum + people, 0);
