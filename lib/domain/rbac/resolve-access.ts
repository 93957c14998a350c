import type { Directory } from './directory';
import { lostDefaults } from './lost-defaults';

/** A group somebody is in, and the role of it that grants something. */
export type Path = { groupId: string; roleId: string };

/** What one person may do, and why. */
export type Access = {
  /** Whether the workspace defaults apply: the person is active and has no custom role. */
  usesDefault: boolean;
  /** Permission -> every group and role that gives it; without any where the workspace defaults give it. */
  granted: ReadonlyMap<string, readonly Path[]>;
  /** Default permissions the person does without because of having a custom role. */
  lostDefaults: readonly string[];
};

/** Nothing at all: what deactivated people have. */
export const noAccess: Access = { usesDefault: false, granted: new Map(), lostDefaults: [] };

/** Of a person, what resolution needs. */
export type Placed = { isActive: boolean; groupIds: Iterable<string> };

/**
 * What somebody in `groupIds` may do, and which groups and roles say so.
 *
 * Permissions resolve to the maximum over all assigned roles: one grant is enough, no role takes another's
 * grant away. Whoever has any custom role, even one that grants nothing, does not use the workspace defaults.
 * Deactivated people have nothing. Unknown groups assign no role; being twice in a group is being in it.
 * Toggles and dependencies between permissions change nothing here. Total: never fails.
 *
 * Source: guide 2026-03, Step 2, “What RBAC lets you do” and “Important behavior to plan for”.
 */
export function resolveAccess({ isActive, groupIds }: Placed, directory: Directory): Access {
  if (!isActive) return noAccess;
  const assigned = [...new Set(groupIds)].flatMap((groupId) =>
    (directory.rolesByGroup.get(groupId) ?? []).map((role) => ({ groupId, role })),
  );
  if (assigned.length === 0) {
    const granted = new Map(directory.defaults.map((permission) => [permission, []]));
    return { usesDefault: true, granted, lostDefaults: [] };
  }

  const granted = new Map<string, Path[]>();
  for (const { groupId, role } of assigned) {
    for (const permission of role.permissions) {
      const paths = granted.get(permission) ?? [];
      granted.set(permission, [...paths, { groupId, roleId: role.id }]);
    }
  }
  const roles = assigned.map(({ role }) => role);
  return { usesDefault: false, granted, lostDefaults: lostDefaults(roles, directory.defaults) };
}
