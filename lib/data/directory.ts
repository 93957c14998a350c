import 'server-only';
import { z } from 'zod';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { noDefaults, type CustomRole, type Group, type WorkspaceDefaults } from '#lib/domain/rbac/directory';
import { guideModel, type ChosenModel } from '#lib/domain/rbac/resolution-model';
import { defaultsRow, findRules, modelRow, roleRow } from './access-rules';
import { noteLeavingGroup } from './console';
import type { Db } from './db';
import { saveRolesOfGroups, type GroupRoles } from './directory-together';
import { addMemberships } from './memberships';

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
export const saveGroupRoles = (db: Db, { workspaceId, ...group }: Here & GroupRoles): Promise<void> =>
  saveRolesOfGroups(db, { workspaceId, groups: [group] });

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
  const memberships = personIds.map((person) => ({ group: id, person }));
  return (await addMemberships(db, { workspaceId, memberships })).map(({ person }) => person);
}

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
