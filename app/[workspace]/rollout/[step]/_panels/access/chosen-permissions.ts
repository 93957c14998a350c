import type { Grant, Grants } from '#lib/domain/rbac/grants';
import { permissionKeys, type PermissionKey } from '#lib/catalog/permissions';

/** What is said of permissions when `keys` are chosen: a level or an off that was said before stays. */
export const chosenGrants = (keys: readonly string[], before: Grants): Grants =>
  Object.fromEntries(
    permissionKeys.flatMap((key): [string, Grant][] => {
      const said = before[key];
      if (keys.includes(key)) return [[key, said || true]];
      return said === false ? [[key, false]] : [];
    }),
  );

/** The permissions named in the address, each once, in the catalogue's order. */
export const chosenPermissions = (values: readonly string[]): PermissionKey[] =>
  permissionKeys.filter((key) => values.includes(key));
