/** Permissions of people without any custom role; version 0 until they were set. */
export type WorkspaceDefaults = { permissions: readonly string[]; version: number };

/** One of the customer's custom roles; permissions are catalogue keys, in the catalogue's order. */
export type CustomRole = { id: string; name: string; permissions: readonly string[]; version: number };

/** Where a group comes from: made by hand, or kept by a directory over SCIM. */
export const groupSources = ['manual', 'scim'] as const;

export type GroupSource = (typeof groupSources)[number];

/** One of the customer's groups. Groups are flat. */
export type Group = { id: string; name: string; source: GroupSource; version: number };

/** One of the customer's people. Deactivated people have no access. */
export type Person = { id: string; name: string; email: string; isActive: boolean; version: number };

/** Nobody has said what people without a custom role may do. */
export const noDefaults: WorkspaceDefaults = { permissions: [], version: 0 };

/** What resolution needs to know: the defaults, and the roles of each group. */
export type Directory = {
  defaults: readonly string[];
  rolesByGroup: ReadonlyMap<string, readonly Pick<CustomRole, 'id' | 'permissions'>[]>;
};
