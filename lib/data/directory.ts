import 'server-only';
import { z } from 'zod';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { noDefaults, type CustomRole, type Group, type WorkspaceDefaults } from '#lib/domain/rbac/directory';
import { guideModel, type ChosenModel } from '#lib/domain/rbac/resolution-model';
import { defaultsRow, findRules, modelRow, roleRow } from './access-rules';
import { noteLeavingGroup, noteLeavingMembers } from './console';
import type { Db } from './db';

type Here = { workspaceId: string };
type Written = Here & { changedAt: Date; changedBy: string };

/** The model by which roles resolve; the guide's until one was chosen. */
export async function findModel(db: Db, { workspaceId }: Here): Promise<ChosenModel> {
  const row = await db.resolutionModel.findUnique({ where: { workspaceId } });
  return row ? modelRow.parse(row) : guideModel;
}

/** Stores the model by which roles resolve. */
export async function saveModel(db: Db, { workspaceId, ...data }: ChosenModel & Written): Promise<void> {
  await db.resolutionModel.upsert({ where: { workspaceId }, create: { workspaceId, ...data }, update: data });
}

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
  const data = { ...rest, permissions: { ...permissions } };
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
  const data = { ...rest, permissions: { ...permissions } };
  await db.customRole.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { id, workspaceId, ...data },
    update: data,
  });
}

/** Removes a custom role and takes it from every group; gives the ids of those groups. */
export async function removeRole(db: Db, { workspaceId, id }: Here & { id: string }): Promise<string[]> {
  const groups = await db.group.findMany({
    where: { workspaceId, roles: { some: { role: { id } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const groupIds = groups.map((group) => group.id);
  await db.group.updateMany({
    where: { workspaceId, id: { in: groupIds } },
    data: { rolesVersion: { increment: 1 } },
  });
  await db.customRole.deleteMany({ where: { workspaceId, id } });
  return groupIds;
}

/** Every group of a workspace with its roles, by name, without counting people. */
export async function listGroupRoles(db: Db, { workspaceId }: Here): Promise<Omit<GroupSummary, 'people'>[]> {
  const { groups, roles } = await findRules(db, { workspaceId });
  const ids = new Map(roles.map(({ number, id }) => [number, id]));
  return groups.map(({ number: _number, roleNumbers, ...group }) => ({
    ...group,
    roleIds: roleNumbers.map((number) => ids.get(number) ?? '').sort(),
  }));
}

const countRow = z.object({ people: z.number() });

/** How many active people are in a group. */
async function countMembers(db: Db, { workspaceId, id }: Here & { id: string }): Promise<number> {
  const rows: unknown = await db.$queryRaw`
    select count(*)::int as "people"
    from "Group" g
    join "GroupMember" m on m."groupNumber" = g."number"
    join "Person" p on p."number" = m."personNumber"
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${id} and p."isActive"`;
  const [{ people }] = z.tuple([countRow]).parse(rows);
  return people;
}

/** A group with its roles and the number of active people in it; null where there is none of this id. */
export async function findGroup(db: Db, here: Here & { id: string }): Promise<GroupSummary | null> {
  const group = (await listGroupRoles(db, here)).find(({ id }) => id === here.id);
  return group ? { ...group, people: await countMembers(db, here) } : null;
}

/** Stores a group, new or changed; its roles and people stay. */
export async function saveGroup(db: Db, { workspaceId, id, ...rest }: Group & Written): Promise<void> {
  await db.group.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { id, workspaceId, ...rest },
    update: rest,
  });
}

/** Removes a group with its assignments; roles and people stay. What the console holds of it stays noted. */
export async function removeGroup(
  db: Db,
  { workspaceId, id, ...written }: Written & { id: string },
): Promise<void> {
  await noteLeavingGroup(db, { workspaceId, id, ...written });
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
  await db.groupRole.deleteMany({ where: { workspaceId, group: { id } } });
  await db.$executeRaw`
    insert into "GroupRole" ("workspaceId", "groupNumber", "roleNumber")
    select g."workspaceId", g."number", r."number"
    from "Group" g join "CustomRole" r on r."workspaceId" = g."workspaceId"
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${id} and r."id" = any(${[...roleIds]}::text[])`;
  await db.group.update({ where: { workspaceId_id: { workspaceId, id } }, data: { rolesVersion } });
}

/** Stores which roles a person has directly. */
export async function saveDirectRoles(
  db: Db,
  { workspaceId, personId, roleIds }: Here & { personId: string; roleIds: readonly string[] },
): Promise<void> {
  await db.directRole.deleteMany({ where: { workspaceId, person: { id: personId } } });
  await db.$executeRaw`
    insert into "DirectRole" ("workspaceId", "personNumber", "roleNumber")
    select p."workspaceId", p."number", r."number"
    from "Person" p join "CustomRole" r on r."workspaceId" = p."workspaceId"
    where p."workspaceId" = ${workspaceId}::uuid and p."id" = ${personId} and r."id" = any(${[...roleIds]}::text[])`;
}

/** Puts people into a group; gives the ids of those who were not in it. Ids of nobody here are passed over. */
export async function addMembers(
  db: Db,
  { workspaceId, id, personIds }: Here & { id: string; personIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    with added as (
      insert into "GroupMember" ("workspaceId", "groupNumber", "personNumber")
      select g."workspaceId", g."number", p."number"
      from "Group" g join "Person" p on p."workspaceId" = g."workspaceId"
      where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${id} and p."id" = any(${[...personIds]}::text[])
      on conflict do nothing returning "personNumber"
    )
    select p."id" from added join "Person" p on p."number" = added."personNumber"`;
  return personIdsOf(rows);
}

/** Takes people out of a group; gives the ids of those who were in it. */
export async function removeMembers(
  db: Db,
  { workspaceId, id, personIds }: Here & { id: string; personIds: readonly string[] },
): Promise<string[]> {
  await noteLeavingMembers(db, { workspaceId, id, personIds });
  const rows: unknown = await db.$queryRaw`
    delete from "GroupMember" m using "Group" g, "Person" p
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${id} and m."groupNumber" = g."number"
      and m."personNumber" = p."number" and p."id" = any(${[...personIds]}::text[])
    returning p."id"`;
  return personIdsOf(rows);
}

const personIdsOf = (rows: unknown): string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
    .sort();

/** Ids of everybody in a group, active or not. */
export async function listMemberIds(db: Db, { workspaceId, id }: Here & { id: string }): Promise<string[]> {
  const rows = await db.groupMember.findMany({
    where: { workspaceId, group: { id } },
    select: { person: { select: { id: true } } },
  });
  return rows.map(({ person }) => person.id).sort();
}

/** The custom roles a person has directly, by id. */
export async function listDirectRolesOf(
  db: Db,
  { workspaceId, personId }: Here & { personId: string },
): Promise<string[]> {
  const rows = await db.directRole.findMany({
    where: { workspaceId, person: { id: personId } },
    select: { role: { select: { id: true } } },
  });
  return rows.map(({ role }) => role.id).sort();
}
