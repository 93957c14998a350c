import 'server-only';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { findDefaults, findModel, listDirectRolesOf, listGroupsOf, listRoles } from '#lib/data/directory';
import { countPeople, findPerson, listPeople } from '#lib/data/people';
import { customerId } from '#lib/domain/rbac/customer-id';
import { rolesOf } from '#lib/domain/rbac/access-facts';
import { personView } from '#lib/domain/rbac/directory-view';
import { losingDefaults } from '#lib/domain/rbac/everyone/losing';
import { cursorBehind, peopleCursor, peoplePageSize } from '#lib/domain/rbac/people-pages';
import { resolveAccess } from '#lib/domain/rbac/resolve-access';
import { searchText } from '#lib/domain/text';
import { defineQuery } from './define-query';

const listedPerson = personView.extend({ groups: z.array(z.string()) });

/**
 * The customer's people by name, a page at a time. `search` is any part of name or e-mail address, `group` keeps
 * those in a group and `notIn` those outside one, `losing` keeps those who go without a workspace default because
 * of a custom role. `next` is the cursor of the following page, null on the last one.
 */
export const readPeople = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    search: searchText({ max: 200 }).optional(),
    group: customerId.optional(),
    notIn: customerId.optional(),
    losing: z.enum(['true', 'false']).default('false'),
    cursor: peopleCursor.optional(),
    limit: z.coerce.number().int().min(1).max(peoplePageSize).default(peoplePageSize),
  }),
  output: z.object({ count: z.int(), people: z.array(listedPerson), next: z.string().nullable() }),
  async run({ ctx, db, input: { search, group, notIn, losing, cursor, limit } }) {
    const filter = {
      workspaceId: ctx.workspaceId,
      search: search || null,
      groupId: group ?? null,
      outsideGroupId: notIn ?? null,
      numbers: losing === 'true' ? await losingNumbers(db, ctx.workspaceId) : null,
    };
    const [count, found] = await Promise.all([
      countPeople(db, filter),
      listPeople(db, { ...filter, after: cursor ?? null, limit: limit + 1 }),
    ]);
    const people = found.slice(0, limit).map(({ groupIds, ...person }) => ({ ...person, groups: groupIds }));
    const last = people.at(-1);
    return { count, people, next: found.length > limit && last ? cursorBehind(last) : null };
  },
});

async function losingNumbers(db: Db, workspaceId: string): Promise<number[]> {
  const { population, everyone, rules } = await accessIndex(db, { workspaceId });
  return losingDefaults(population, everyone, rules).map((at) => population.numbers[at] ?? -1);
}

const path = z.object({ group: z.string().nullable(), role: z.string() });

/** What one person may do: each permission with every group and role that gives it. */
export const readPersonAccess = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: personView.extend({
    groups: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
    usesDefault: z.boolean(),
    permissions: z.array(z.object({ permission: z.string(), level: z.int(), paths: z.array(path) })),
    lostDefaults: z.array(z.string()),
  }),
  async run({ ctx, db, input: { id } }) {
    const { workspaceId } = ctx;
    const person = await findPerson(db, { workspaceId, id });
    if (!person) return null;
    const [{ model }, defaults, directIds, roles, groups] = await Promise.all([
      findModel(db, { workspaceId }),
      findDefaults(db, { workspaceId }),
      listDirectRolesOf(db, { workspaceId, personId: id }),
      listRoles(db, { workspaceId }),
      listGroupsOf(db, { workspaceId, personId: id }),
    ]);
    const access = resolveAccess(
      {
        isActive: person.isActive,
        groupIds: groups.map((group) => group.id),
        directRoles: rolesOf(directIds, { roles }),
      },
      {
        model,
        defaults: defaults.permissions,
        rolesByGroup: new Map(groups.map((group) => [group.id, rolesOf(group.roleIds, { roles })])),
      },
    );
    return {
      ...person,
      groups: groups.map((group) => ({ id: group.id, name: group.name, roles: group.roleIds })),
      usesDefault: access.usesDefault,
      permissions: [...access.granted].map(([permission, { level, paths }]) => ({
        permission,
        level,
        paths: paths.map(({ groupId, roleId }) => ({ group: groupId, role: roleId })),
      })),
      lostDefaults: [...access.lostDefaults],
    };
  },
});
