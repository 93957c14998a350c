import type { ResolvedRole, Rules } from './directory';
import { roleLevel } from './resolve-roles';

/** A permission that some roles of a person say is off while another grants it. */
export type DisputedOff = { permission: string; roleIds: readonly string[] };

/**
 * Where `roles` disagree: one says Off, another grants. The permission is granted all the same, because the most
 * that any role gives holds; whether the vendor lets an Off win is disputed. The guide's own model
 * knows no Off.
 */
export function disputedOffs(roles: readonly ResolvedRole[], rules: Rules): DisputedOff[] {
  if (rules.model !== 'tri-state') return [];
  const keys = new Set(roles.flatMap(({ permissions }) => Object.keys(permissions)));
  return [...keys].flatMap((permission) => {
    const off = roles.filter(({ permissions }) => permissions[permission] === false);
    const isGranted = roles.some((role) => roleLevel(permission, role, rules) > 0);
    return off.length > 0 && isGranted ? [{ permission, roleIds: off.map(({ id }) => id) }] : [];
  });
}
