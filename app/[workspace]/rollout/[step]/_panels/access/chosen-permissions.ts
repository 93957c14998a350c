import { permissionKeys, type PermissionKey } from '#lib/catalog/permissions';

/** The permissions named in the address, each once, in the catalogue's order. */
export const chosenPermissions = (values: readonly string[]): PermissionKey[] =>
  permissionKeys.filter((key) => values.includes(key));
