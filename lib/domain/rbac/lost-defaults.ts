import type { CustomRole } from './directory';

/**
 * The default permissions that somebody with `roles` does without, in the order of `defaults`.
 *
 * None without a role: then the defaults apply. With any custom role, even one that grants nothing, a default
 * is kept only if a role grants it again.
 *
 * Source: guide 2026-03, Step 2, “Important behavior to plan for”.
 */
export function lostDefaults(
  roles: readonly Pick<CustomRole, 'permissions'>[],
  defaults: readonly string[],
): string[] {
  if (roles.length === 0) return [];
  const granted = new Set(roles.flatMap(({ permissions }) => permissions));
  return defaults.filter((permission) => !granted.has(permission));
}
