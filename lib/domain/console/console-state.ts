import { z } from 'zod';
import { groupSources } from '#lib/domain/rbac/directory';
import type { Grants } from '#lib/domain/rbac/grants';

const grants = z.record(z.string(), z.union([z.boolean(), z.number()]));

/** Shape of a confirmed state, as it is stored. */
export const consoleState = z.object({
  defaults: grants,
  roles: z.array(z.object({ id: z.string(), name: z.string(), permissions: grants })),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      source: z.enum(groupSources),
      roleIds: z.array(z.string()),
    }),
  ),
});

/** A custom role as it stands in the vendor's console. */
export type ConsoleRole = { id: string; name: string; permissions: Grants };

/** A group as it stands in the vendor's console, with its roles. */
export type ConsoleGroup = {
  id: string;
  name: string;
  source: (typeof groupSources)[number];
  roleIds: readonly string[];
};

/** Roles, groups and defaults: as they are wanted, or as somebody confirmed them in the vendor's console. */
export type ConsoleState = {
  defaults: Grants;
  roles: readonly ConsoleRole[];
  groups: readonly ConsoleGroup[];
};

/** Nothing was confirmed yet. */
export const nothingConfirmed: ConsoleState = { defaults: {}, roles: [], groups: [] };
