import 'server-only';
import { z } from 'zod';
import { groupSources } from '#lib/domain/rbac/directory';
import { Prisma } from '#prisma-client';
import { listPart, onePart, type FactsPart } from './facts-part';

/** Permissions of people without any custom role, as stored. */
export const defaultsRow = z.object({ permissions: z.array(z.string()), version: z.number() });

/** A custom role, as stored. */
export const roleRow = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  version: z.number(),
});

const groupRow = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(groupSources),
  version: z.number(),
  rolesVersion: z.number(),
  roleIds: z.array(z.string()),
  people: z.number(),
});

const profileRow = z.object({
  roleIds: z.array(z.string()),
  people: z.number(),
  groupIds: z.array(z.string()),
});

const roles = Prisma.sql`
  select "id", "name", "permissions", "version" from "CustomRole"
  where "workspaceId" = w.id order by lower("name"), "id"`;

/** Groups with their roles and the number of active people in them; `only` narrows which. */
const groups = (only: Prisma.Sql) => Prisma.sql`
  select g."id", g."name", g."source", g."version", g."rolesVersion",
    coalesce(r."roleIds", '{}') as "roleIds", coalesce(m."people", 0)::int as "people"
  from "Group" g
  left join (
    select "groupId", array_agg("roleId" order by "roleId") as "roleIds"
    from "GroupRole" where "workspaceId" = w.id group by "groupId"
  ) r on r."groupId" = g."id"
  left join (
    select gm."groupId", count(*) as "people"
    from "GroupMember" gm join "Person" p on p."id" = gm."personId"
    where gm."workspaceId" = w.id and p."isActive" group by gm."groupId"
  ) m on m."groupId" = g."id"
  where g."workspaceId" = w.id ${only} order by lower(g."name"), g."id"`;

// Of active people alone. Whoever is in no group with a role is counted as the rest, without being listed.
const profiles = Prisma.sql`
  with placed as (
    select p."id", gr."roleId", gr."groupId"
    from "GroupRole" gr
    join "GroupMember" gm on gm."groupId" = gr."groupId"
    join "Person" p on p."id" = gm."personId"
    where gr."workspaceId" = w.id and p."isActive"
  ),
  sets as (select "id", array_agg(distinct "roleId" order by "roleId") as "roleIds" from placed group by "id"),
  counted as (select "roleIds", count(*)::int as "people" from sets group by "roleIds"),
  via as (
    select s."roleIds", array_agg(distinct p."groupId" order by p."groupId") as "groupIds"
    from sets s join placed p on p."id" = s."id" group by s."roleIds"
  ),
  rest as (
    select (count(*) - (select coalesce(sum("people"), 0) from counted))::int as "people"
    from "Person" where "workspaceId" = w.id and "isActive"
  )
  select "roleIds", "people", "groupIds" from counted join via using ("roleIds")
  union all
  select '{}', "people", '{}' from rest where "people" > 0
  order by "people" desc, "roleIds"`;

const defaultsPart = onePart(
  Prisma.sql`select "permissions", "version" from "WorkspaceDefaults" where "workspaceId" = w.id`,
  defaultsRow.nullable(),
);
const rolesPart = listPart(roles, z.array(roleRow));
const profilesPart = listPart(profiles, z.array(profileRow));

/** Every group with its roles and the number of active people in it, by name. */
export const groupsPart = listPart(groups(Prisma.empty), z.array(groupRow));

/** One group in the same shape; null where there is none of this id. */
export const groupPart = (id: string) =>
  onePart(groups(Prisma.sql`and g."id" = ${id}::uuid`), groupRow.nullable());

const accessRow = z.object({
  defaults: defaultsPart.row,
  roles: rolesPart.row,
  groups: groupsPart.row,
  profiles: profilesPart.row,
});

/** Roles, groups and people, in sums. */
export const accessPart: FactsPart<z.output<typeof accessRow>> = {
  sql: Prisma.sql`(select json_build_object(
    'defaults', ${defaultsPart.sql}, 'roles', ${rolesPart.sql},
    'groups', ${groupsPart.sql}, 'profiles', ${profilesPart.sql}
  ))`,
  row: accessRow,
};
