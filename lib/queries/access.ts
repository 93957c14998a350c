import 'server-only';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import { findDefaults, findModel, listDirectRolesOf, listRoles } from '#lib/data/directory';
import { findGroup } from '#lib/data/group-summaries';
import { findPerson } from '#lib/data/people';
import { customerId } from '#lib/domain/rbac/customer-id';
import {
  defaultsView,
  groupRolesView,
  groupView,
  modelView,
  roleView,
  toGroupView,
} from '#lib/domain/rbac/directory-view';
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

/** By which model several roles become one access. */
export const readResolutionModel = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: modelView,
  run: ({ ctx, db }) => findModel(db, { workspaceId: ctx.workspaceId }),
});

/** One custom role. */
export const readRole = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: roleView,
  async run({ ctx, db, input: { id } }) {
    const role = (await listRoles(db, { workspaceId: ctx.workspaceId })).find((one) => one.id === id);
    return role ? { ...role, permissions: { ...role.permissions } } : null;
  },
});

/** One group with its roles and how many active people are in it. */
export const readGroup = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: groupView,
  async run({ ctx, db, input: { id } }) {
    const group = await findGroup(db, { workspaceId: ctx.workspaceId, id });
    return group && toGroupView(group);
  },
});

/** Which custom roles a group has; the version is that of the list. */
export const readGroupRoles = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: groupRolesView,
  async run({ ctx, db, input: { id } }) {
    const group = await findGroup(db, { workspaceId: ctx.workspaceId, id });
    return group && { roles: [...group.roleIds], version: group.rolesVersion };
  },
});

/** Which custom roles a person has directly; the version is the person's. */
export const readDirectRoles = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: groupRolesView,
  async run({ ctx, db, input: { id } }) {
    const { workspaceId } = ctx;
    const person = await findPerson(db, { workspaceId, id });
    if (!person) return null;
    return { roles: await listDirectRolesOf(db, { workspaceId, personId: id }), version: person.version };
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
