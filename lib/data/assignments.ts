import 'server-only';
import { z } from 'zod';
import type { Db } from './db';

type Here = { workspaceId: string };

const ids = (rows: unknown): string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
    .sort();

/** Gives a role to those of `groupIds` that there are, a new version of each list; gives their ids. */
export async function assignToGroups(
  db: Db,
  { workspaceId, roleId, groupIds }: Here & { roleId: string; groupIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    with given as (
      insert into "GroupRole" ("workspaceId", "groupNumber", "roleNumber")
      select g."workspaceId", g."number", r."number"
      from "Group" g join "CustomRole" r on r."workspaceId" = g."workspaceId"
      where g."workspaceId" = ${workspaceId}::uuid and r."id" = ${roleId}
        and g."id" = any(${[...groupIds]}::text[])
      on conflict do nothing returning "groupNumber"
    )
    update "Group" g set "rolesVersion" = g."rolesVersion" + 1
    from given where g."number" = given."groupNumber" returning g."id"`;
  return ids(rows);
}

/** Gives a role directly to those of `personIds` that there are; gives their ids. */
export async function assignToPeople(
  db: Db,
  { workspaceId, roleId, personIds }: Here & { roleId: string; personIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    with given as (
      insert into "DirectRole" ("workspaceId", "personNumber", "roleNumber")
      select p."workspaceId", p."number", r."number"
      from "Person" p join "CustomRole" r on r."workspaceId" = p."workspaceId"
      where p."workspaceId" = ${workspaceId}::uuid and r."id" = ${roleId}
        and p."id" = any(${[...personIds]}::text[])
      on conflict do nothing returning "personNumber"
    )
    select p."id" from given join "Person" p on p."number" = given."personNumber"`;
  return ids(rows);
}

/** Puts a person into those of `groupIds` that there are; gives their ids. */
export async function joinGroups(
  db: Db,
  { workspaceId, personId, groupIds }: Here & { personId: string; groupIds: readonly string[] },
): Promise<string[]> {
  const rows: unknown = await db.$queryRaw`
    with joined as (
      insert into "GroupMember" ("workspaceId", "groupNumber", "personNumber")
      select g."workspaceId", g."number", p."number"
      from "Group" g join "Person" p on p."workspaceId" = g."workspaceId"
      where g."workspaceId" = ${workspaceId}::uuid and p."id" = ${personId}
        and g."id" = any(${[...groupIds]}::text[])
      on conflict do nothing returning "groupNumber"
    )
    select g."id" from joined join "Group" g on g."number" = joined."groupNumber"`;
  return ids(rows);
}

/** Ids of the people who have a role directly. */
export async function listPeopleWithDirectRole(
  db: Db,
  { workspaceId, roleId }: Here & { roleId: string },
): Promise<string[]> {
  const rows = await db.directRole.findMany({
    where: { workspaceId, role: { id: roleId } },
    select: { person: { select: { id: true } } },
  });
  return rows.map(({ person }) => person.id).sort();
}
