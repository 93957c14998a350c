import { noDefaults, type CustomRole, type Directory, type Group, type WorkspaceDefaults } from './directory';
import { guideModel, type ChosenModel } from './resolution-model';
import { resolveRoles, type RolesAccess } from './resolve-roles';

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
  /** The groups these people have their roles from, sorted. */
  groupIds: readonly string[];
};

/** What is stored of roles, groups and people, in sums: nothing here grows with the number of people. */
export type AccessFacts = {
  model: ChosenModel;
  defaults: WorkspaceDefaults;
  /** By name. */
  roles: readonly CustomRole[];
  /** By name. */
  groups: readonly GroupSummary[];
  /** Every set of roles that active people have, the largest first. */
  profiles: readonly AccessProfile[];
};

/** What roles resolve against, out of the facts. */
type Book = Pick<AccessFacts, 'model' | 'defaults' | 'roles'>;

/** No role, no group, nobody. */
export const noAccessFacts: AccessFacts = {
  model: guideModel,
  defaults: noDefaults,
  roles: [],
  groups: [],
  profiles: [],
};

/** The roles of `roleIds` that exist. */
export function rolesOf(
  roleIds: readonly string[],
  { roles }: Pick<AccessFacts, 'roles'>,
): readonly CustomRole[] {
  const wanted = new Set(roleIds);
  return roles.filter(({ id }) => wanted.has(id));
}

/** What resolution needs, out of the facts: `resolveAccess({ isActive: true, groupIds }, directoryOf(facts.access))`. */
export const directoryOf = (facts: Book & Pick<AccessFacts, 'groups'>): Directory => ({
  model: facts.model.model,
  defaults: facts.defaults.permissions,
  rolesByGroup: new Map(facts.groups.map(({ id, roleIds }) => [id, rolesOf(roleIds, facts)])),
});

/** What everybody of a profile may do, and which defaults they do without. */
export const profileAccess = ({ roleIds }: Pick<AccessProfile, 'roleIds'>, facts: Book): RolesAccess =>
  resolveRoles(rolesOf(roleIds, facts), {
    model: facts.model.model,
    defaults: facts.defaults.permissions,
  });

/** The number of active people. */
export const activePeople = ({ profiles }: Pick<AccessFacts, 'profiles'>): number =>
  profiles.reduce((sum, { people }) => sum + people, 0);
