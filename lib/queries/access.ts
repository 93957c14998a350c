import 'server-only';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import { findDefaults, listRoles } from '#lib/data/directory';
import { defaultsView, groupView, roleView, toGroupView } from '#lib/domain/rbac/directory-view';
import { defineQuery } from './define-query';

/** What people without any custom role may do. */
export const readDefaults = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: defaultsView,
  async run({ ctx, db }) {
    const { permissions, version } = await findDefaults(db, { workspaceId: ctx.workspaceId });
    return { permissions: { ...permissions }, version };
  },
});

/** Every custom role, by name. */
export const readRoles = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ roles: z.array(roleView) }),
  async run({ ctx, db }) {
    const roles = await listRoles(db, { workspaceId: ctx.workspaceId });
    return { roles: roles.map((role) => ({ ...role, permissions: { ...role.permissions } })) };
  },
});

/** Every group, by name, with its roles and how many active people are in it. */
export const readGroups = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ groups: z.array(groupView) }),
  async run({ ctx, db }) {
    const { facts } = await accessIndex(db, { workspaceId: ctx.workspaceId });
    return { groups: facts.groups.map(toGroupView) };
  },
});
