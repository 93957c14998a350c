import type { Grants } from './grants';
import type { ResolutionModel } from './resolution-model';

/** Permissions of people without any custom role; version 0 until they were set. */
export type WorkspaceDefaults = { permissions: Grants; version: number };

/** One of the customer's custom roles. The id is the customer's own; permissions are in the catalogue's order. */
export type CustomRole = { id: string; name: string; permissions: Grants; version: number };

/** Where a group comes from: made by hand, or kept by a directory over SCIM. */
export const groupSources = ['manual', 'scim'] as const;

export type GroupSource = (typeof groupSources)[number];

/** One of the customer's groups. Groups are flat. The id is the customer's own. */
export type Group = { id: string; name: string; source: GroupSource; version: number };

/** One of the customer's people. Deactivated people have no access. The id is the customer's own. */
export type Person = { id: string; name: string; email: string; isActive: boolean; version: number };

/** Nobody has said what people without a custom role may do. */
export const noDefaults: WorkspaceDefaults = { permissions: {}, version: 0 };

/** Of a role, what resolution needs. */
export type ResolvedRole = Pick<CustomRole, 'id' | 'permissions'>;

/** What several roles resolve against. */
export type Rules = { model: ResolutionModel; defaults: Grants };

/** What resolution needs to know: the model, the defaults, and the roles of each group. */
export type Directory = Rules & { rolesByGroup: ReadonlyMap<string, readonly ResolvedRole[]> };
