import 'server-only';
import { z } from 'zod';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { noDefaults, type CustomRole, type Group, type WorkspaceDefaults } from '#lib/domain/rbac/directory';
import { defaultsRow, groupPart, groupsPart, roleRow } from './access-facts';
import type { Db } from './db';

type Here = { workspaceId: string };
type Written = Here & { changedAt: Date; changedBy: string };

/** The workspace defaults; version 0 until they were set. */
export async function findDefaults(db: Db, { workspaceId }: Here): Promise<WorkspaceDefaults> {
  const row = await db.workspaceDefaults.findUnique({ where: { workspaceId } });
  return row ? defaultsRow.parse(row) : noDefaults;
}

/** Stores the workspace defaults. */
export async function saveDefaults(
  db: Db,
  { workspaceId, permissions, ...rest }: WorkspaceDefaults & Written,
): Promise<void> {
  const data = { ...rest, permissions: [...permissions] };
  await db.workspaceDefaults.upsert({
    where: { workspaceId },
    create: { workspaceId, ...data },
    update: data,
  });
}

/** Every custom role of a workspace, by name. */
export async function listRoles(db: Db, { workspaceId }: Here): Promise<CustomRole[]> {
  const rows = await db.customRole.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } });
  return z.array(roleRow).parse(rows);
}

/** Stores a custom role, new or changed. */
export async function saveRole(
  db: Db,
  { workspaceId, id, permissions, ...rest }: CustomRole & Written,
): Promise<void> {
  const data = { ...rest, permissions: [...permissions] };
  await db.customRole.upsert({
    where: { id, workspaceId },
    create: { id, workspaceId, ...data },
    update: data,
  });
}

/** Removes a custom role and takes it from every group; gives the ids of those groups. */
export async function removeRole(db: Db, { workspaceId, id }: Here & { id: string }): Promise<string[]> {
  const rows = await db.groupRole.findMany({
    where: { workspaceId, roleId: id },
    orderBy: { groupId: 'asc' },
  });
  const groupIds = rows.map(({ groupId }) => groupId);
  await db.group.updateMany({
    where: { workspaceId, id: { in: groupIds } },
    data: { rolesVersion: { increment: 1 } },
  });
  await db.customRole.deleteMany({ where: { workspaceId, id } });
  return groupIds;
}

/** Every group of a workspace with its roles and the number of active people in it, by name. */
export async function listGroups(db: Db, { workspaceId }: Here): Promise<GroupSummary[]> {
  const rows: unknown = await db.$queryRaw`
    select ${groupsPart.sql} as "groups" from (select ${workspaceId}::uuid as id) w`;
  const [{ groups }] = z.tuple([z.object({ groups: groupsPart.row })]).parse(rows);
  return groups;
}

/** One group with its roles and the number of active people in it; null where there is none of this id. */
export async function findGroup(
  db: Db,
  { workspaceId, id }: Here & { id: string },
): Promise<GroupSummary | null> {
  const { sql, row } = groupPart(id);
  const rows: unknown = await db.$queryRaw`
    select ${sql} as "group" from (select ${workspaceId}::uuid as id) w`;
  const [{ group }] = z.tuple([z.object({ group: row })]).parse(rows);
  return group;
}

/** Stores a group, new or changed; its roles and people stay. */
export async function saveGroup(db: Db, { workspaceId, id, ...rest }: Group & Written): Promise<void> {
  await db.group.upsert({
    where: { id, workspaceId },
    create: { id, workspaceId, ...rest },
    update: rest,
  });
}

/** Removes a group with its assignments; roles and people stay. */
export async function removeGroup(db: Db, { workspaceId, id }: Here & { id: string }): Promise<void> {
  await db.group.deleteMany({ where: { workspaceId, id } });
}

/** Stores which roles a group has. */
export async function saveGroupRoles(
  db: Db,
  {
    workspaceId,
    id,
    roleIds,
    rolesVersion,
  }: Here & {
    id: string;
    roleIds: readonly string[];
    rolesVersion: number;
  },
): Promise<void> {
  await db.groupRole.deleteMany({ where: { workspaceId, groupId: id } });
  await db.groupRole.createMany({ data: roleIds.map((roleId) => ({ workspaceId, groupId: id, roleId })) });
  await db.group.update({ where: { id, workspaceId }, data: { rolesVersion } });
}

/** Puts people into a group; gives the ids of those who were not in it. Ids of nobody here are passed over. */
export async function addMembers(
  db: Db,
  { workspaceId, id, personIds }: Here & { id: string; personIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    insert into "GroupMember" ("workspaceId", "groupId", "personId")
    select "workspaceId", ${id}::uuid, "id" from "Person"
    where "workspaceId" = ${workspaceId}::uuid and "id" = any(${[...personIds]}::uuid[])
    on conflict do nothing returning "personId"`;
  return personIdsOf(rows);
}

/** Takes people out of a group; gives the ids of those who were in it. */
export async function removeMembers(
  db: Db,
  { workspaceId, id, personIds }: Here & { id: string; personIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    delete from "GroupMember"
    where "workspaceId" = ${workspaceId}::uuid and "groupId" = ${id}::uuid
      and "personId" = any(${[...personIds]}::uuid[])
    returning "personId"`;
  return personIdsOf(rows);
}

const personIdsOf = (rows: unknown): string[] =>
  z
    .array(z.object({ personId: z.string() }))
    .parse(rows)
    .map(({ personId }) => personId)
    .sort();

/** Ids of everybody in a group, active or not. */
export async function listMemberIds(db: Db, { workspaceId, id }: Here & { id: string }): Promise<string[]> {
  const rows = await db.groupMember.findMany({
    where: { workspaceId, groupId: id },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  });
  return rows.map(({ personId }) => personId);
}

/** The groups a person is in, by name, with their roles. */
export async function listGroupsOf(
  db: Db,
  { workspaceId, personId }: Here & { personId: string },
): Promise<{ id: string; name: string; roleIds: string[] }[]> {
  const rows = await db.group.findMany({
    where: { workspaceId, members: { some: { personId } } },
    orderBy: { name: 'asc' },
    include: { roles: { orderBy: { roleId: 'asc' } } },
  });
  return rows.map(({ id, name, roles }) => ({ id, name, roleIds: roles.map(({ roleId }) => roleId) }));
}
