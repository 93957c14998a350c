import { z } from 'zod';
import type { GroupSummary } from './access-facts';
import { groupSources } from './directory';
import { resolutionModels } from './resolution-model';

/** What is said of permissions, as doors hand it out: key -> on, off or level. */
export const grantsView = z.record(z.string(), z.union([z.boolean(), z.int()]));

/** The workspace defaults as doors hand them out. */
export const defaultsView = z.object({ permissions: grantsView, version: z.int() });

/** The model by which roles resolve, as doors hand it out; version 0 until one was chosen. */
export const modelView = z.object({ model: z.enum(resolutionModels), version: z.int() });

/** A custom role as doors hand it out. */
export const roleView = z.object({
  id: z.string(),
  name: z.string(),
  permissions: grantsView,
  version: z.int(),
});

/** A group as doors hand it out; `rolesVersion` is the version of its list of roles. */
export const groupView = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(groupSources),
  version: z.int(),
  roles: z.array(z.string()),
  rolesVersion: z.int(),
  people: z.int(),
});

/** Which custom roles a group has, or a person directly, as doors hand it out; the version is the list's own. */
export const groupRolesView = z.object({ roles: z.array(z.string()), version: z.int() });

/** A group as doors hand it out. */
export type GroupView = z.infer<typeof groupView>;

/** The view of a group. */
export const toGroupView = ({ roleIds, ...group }: GroupSummary): GroupView => ({
  ...group,
  roles: [...roleIds],
});

/** One of the customer's people as doors hand them out. */
export const personView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  version: z.int(),
});
