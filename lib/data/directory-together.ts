import 'server-only';
import type { CustomRole } from '#lib/domain/rbac/directory';
import type { Db } from './db';

type Here = { workspaceId: string };
type Written = Here & { changedAt: Date; changedBy: string };

/** Many objects of a directory stored in as many statements as there are kinds of them, however many there are. */

/** Stores what custom roles say of permissions. */
export async function saveRolePermissions(
  db: Db,
  { workspaceId, roles, changedAt, changedBy }: Written & { roles: readonly CustomRole[] },
): Promise<void> {
  if (roles.length === 0) return;
  await db.$executeRaw`
    update "CustomRole" r
    set "permissions" = w."permissions"::jsonb, "version" = w."version",
      "changedAt" = ${changedAt}::timestamptz, "changedBy" = ${changedBy}
    from unnest(
      ${roles.map(({ id }) => id)}::text[],
      ${roles.map(({ permissions }) => JSON.stringify(permissions))}::text[],
      ${roles.map(({ version }) => version)}::int[]
    ) as w("id", "permissions", "version")
    where r."workspaceId" = ${workspaceId}::uuid and r."id" = w."id"`;
}

/** The roles a group has, and how often that was written. */
export type GroupRoles = { id: string; roleIds: readonly string[]; rolesVersion: number };

/** Stores which roles groups have. */
export async function saveRolesOfGroups(
  db: Db,
  { workspaceId, groups }: Here & { groups: readonly GroupRoles[] },
): Promise<void> {
  if (groups.length === 0) return;
  const ids = groups.map(({ id }) => id);
  const given = groups.flatMap(({ id, roleIds }) => roleIds.map((role) => ({ id, role })));
  await db.$executeRaw`
    delete from "GroupRole" gr using "Group" g
    where gr."groupNumber" = g."number" and g."workspaceId" = ${workspaceId}::uuid and g."id" = any(${ids}::text[])`;
  await db.$executeRaw`
    insert into "GroupRole" ("workspaceId", "groupNumber", "roleNumber")
    select g."workspaceId", g."number", r."number"
    from unnest(${given.map(({ id }) => id)}::text[], ${given.map(({ role }) => role)}::text[]) as w("group", "role")
    join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = w."group"
    join "CustomRole" r on r."workspaceId" = ${workspaceId}::uuid and r."id" = w."role"`;
  await db.$executeRaw`
    update "Group" g set "rolesVersion" = w."version"
    from unnest(${ids}::text[], ${groups.map(({ rolesVersion }) => rolesVersion)}::int[]) as w("id", "version")
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = w."id"`;
}

/** Notes that who is in groups was changed by hand. */
export async function saveGroupVersions(
  db: Db,
  {
    workspaceId,
    groups,
    changedAt,
    changedBy,
  }: Written & { groups: readonly { id: string; version: number }[] },
): Promise<void> {
  await db.$executeRaw`
    update "Group" g
    set "version" = w."version", "changedAt" = ${changedAt}::timestamptz, "changedBy" = ${changedBy}
    from unnest(
      ${groups.map(({ id }) => id)}::text[], ${groups.map(({ version }) => version)}::int[]
    ) as w("id", "version")
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = w."id"`;
}
