import type { Compared } from './compare-access';
import type { Directory, ResolvedRole } from './directory';
import { resolveRoles, roleLevel } from './resolve-roles';

/** A role that gives something: the group it comes by, or null where the person has it directly. */
export type Path = { groupId: string | null; roleId: string };

/** One permission somebody has: the level, from 1, and every way it comes. */
export type Granted = { level: number; paths: readonly Path[] };

/** What one person may do, and why. */
export type Access = {
  /** Whether the workspace defaults apply: the person is active and has no custom role. */
  usesDefault: boolean;
  /**
   * By permission. The paths are every group and role that gives it at any level: if none of these roles gave
   * it, it would be gone. Without a path the workspace defaults give it.
   */
  granted: ReadonlyMap<string, Granted>;
  /** Default permissions the person does without because of having a custom role. */
  lostDefaults: readonly string[];
};

/** An access as `compareAccess` takes it. */
export const comparable = ({ usesDefault, granted }: Access): Compared => ({
  usesDefault,
  levels: new Map([...granted].map(([permission, { level }]) => [permission, level])),
});

/** Nothing at all: what deactivated people have. */
export const noAccess: Access = { usesDefault: false, granted: new Map(), lostDefaults: [] };

/** Of a person, what resolution needs. */
export type Placed = {
  isActive: boolean;
  groupIds: Iterable<string>;
  /** Roles given to the person alone; they count in the tri-state model. */
  directRoles?: readonly ResolvedRole[];
};

/**
 * What somebody in `groupIds` may do, and which groups and roles say so: see `resolveRoles`.
 *
 * Deactivated people have nothing. Unknown groups assign no role; being twice in a group is being in it.
 * Toggles and dependencies between permissions change nothing here. Total: never fails.
 */
export function resolveAccess(person: Placed, directory: Directory): Access {
  if (!person.isActive) return noAccess;
  const assigned = assignedTo(person, directory);
  const roles = [...new Map(assigned.map(({ role }) => [role.id, role])).values()];
  const { usesDefault, levels, lostDefaults } = resolveRoles(roles, directory);
  const granted = new Map(
    [...levels].map(([permission, level]) => {
      const giving = assigned.filter(({ role }) => roleLevel(permission, role, directory) > 0);
      const paths = giving.map(({ groupId, role }) => ({ groupId, roleId: role.id }));
      return [permission, { level, paths }];
    }),
  );
  return { usesDefault, granted, lostDefaults };
}

function assignedTo({ groupIds, directRoles = [] }: Placed, { model, rolesByGroup }: Directory) {
  const byGroup = [...new Set(groupIds)].flatMap((groupId) =>
    (rolesByGroup.get(groupId) ?? []).map((role) => ({ groupId, role })),
  );
  const direct = model === 'tri-state' ? directRoles.map((role) => ({ groupId: null, role })) : [];
  return [...byGroup, ...direct];
}
