import type { ResolvedRole, Rules } from './directory';
import { levelOf } from './grants';

/** What somebody with certain roles may do. */
export type RolesAccess = {
  /** Whether the workspace defaults apply, because there is no role. */
  usesDefault: boolean;
  /** Permission -> level, from 1; what is not granted is not in it. */
  levels: ReadonlyMap<string, number>;
  /** Permissions that the workspace defaults give and these roles do not, or at a lower level. */
  lostDefaults: readonly string[];
};

/** The level that one role gives of a permission. In the tri-state model what a role does not mention is the default. */
export function roleLevel(permission: string, role: ResolvedRole, { model, defaults }: Rules): number {
  const said = role.permissions[permission];
  return levelOf(said === undefined && model === 'tri-state' ? defaults[permission] : said);
}

/**
 * What somebody with `roles` may do: of each permission the most that any role gives.
 *
 * Without a role the workspace defaults apply; with any, even one that grants nothing, they do not. In the
 * tri-state model a role passes on the defaults of what it does not mention. Total: never fails.
 *
 * Source: guide 2026-03, Step 2, “What RBAC lets you do” and “Important behavior to plan for”.
 */
export function resolveRoles(roles: readonly ResolvedRole[], rules: Rules): RolesAccess {
  const { model, defaults } = rules;
  const given = roles.length === 0 ? [{ id: '', permissions: defaults }] : roles;
  const keys = new Set(given.flatMap(({ permissions }) => Object.keys(permissions)));
  if (model === 'tri-state') for (const key of Object.keys(defaults)) keys.add(key);

  const levels = new Map<string, number>();
  for (const key of keys) {
    const level = Math.max(...given.map((role) => roleLevel(key, role, rules)));
    if (level > 0) levels.set(key, level);
  }
  return {
    usesDefault: roles.length === 0,
    levels,
    lostDefaults: Object.keys(defaults).filter((key) => (levels.get(key) ?? 0) < levelOf(defaults[key])),
  };
}
