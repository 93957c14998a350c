import 'server-only';
import { z } from 'zod';
import type { PendingDirectRole } from '#lib/domain/console/console-step';
import type { ConsoleUndo } from '#lib/domain/console/console-undo';
import type { Db } from './db';

type Here = { workspaceId: string };

const pendingRow = z.object({
  role: z.string(),
  given: z.array(z.number()),
  taken: z.array(z.number()),
});

/**
 * Active people by number who are to have a role directly and were not confirmed to, and the other way round.
 * `moved` are roles that were confirmed under another id.
 */
export async function listPendingDirectRoles(
  db: Db,
  { workspaceId, moved }: Here & { moved: ReadonlyMap<string, string> },
): Promise<PendingDirectRole[]> {
  const rows: unknown = await db.$queryRaw`
    with moved as (
      select unnest(${[...moved.keys()]}::text[]) as "old", unnest(${[...moved.values()]}::text[]) as "new"
    ),
    said as (
      select coalesce(moved."new", c."roleId") as "roleId", c."personNumber"
      from "ConfirmedDirectRole" c left join moved on moved."old" = c."roleId"
      where c."workspaceId" = ${workspaceId}::uuid
    ),
    wanted as (
      select r."id" as "roleId", d."personNumber"
      from "DirectRole" d join "CustomRole" r on r."number" = d."roleNumber"
      where d."workspaceId" = ${workspaceId}::uuid
    ),
    pending as (
      select *, true as "isGiven" from (table wanted except table said) w
      union all
      select *, false from (table said except table wanted) s
    )
    select q."roleId" as "role",
      coalesce(array_agg(q."personNumber" order by q."personNumber") filter (where q."isGiven"), '{}') as "given",
      coalesce(array_agg(q."personNumber" order by q."personNumber") filter (where not q."isGiven"), '{}') as "taken"
    from pending q join "Person" p on p."number" = q."personNumber" and p."isActive"
    group by q."roleId"`;
  return z.array(pendingRow).parse(rows);
}

/** Notes who is confirmed to have a role directly, and who no longer does. */
export async function saveConfirmedDirectRole(
  db: Db,
  { workspaceId, role, given, taken }: Here & PendingDirectRole,
): Promise<void> {
  if (taken.length > 0) {
    await db.$executeRaw`
      delete from "ConfirmedDirectRole" where "workspaceId" = ${workspaceId}::uuid and "roleId" = ${role}
        and "personNumber" = any(${[...taken]}::int[])`;
  }
  if (given.length === 0) return;
  await db.$executeRaw`
    insert into "ConfirmedDirectRole" ("workspaceId", "roleId", "personNumber")
    select "workspaceId", ${role}, "number" from "Person"
    where "workspaceId" = ${workspaceId}::uuid and "number" = any(${[...given]}::int[])
    on conflict do nothing`;
}

/** Notes the ids under which roles are confirmed now: old -> new. */
export async function moveConfirmedDirectRoles(
  db: Db,
  { workspaceId, moved }: Here & { moved: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [old, now] of moved) {
    await db.$executeRaw`
      insert into "ConfirmedDirectRole" ("workspaceId", "roleId", "personNumber")
      select "workspaceId", ${now}, "personNumber" from "ConfirmedDirectRole"
      where "workspaceId" = ${workspaceId}::uuid and "roleId" = ${old} on conflict do nothing`;
    await db.confirmedDirectRole.deleteMany({ where: { workspaceId, roleId: old } });
  }
}

/**
 * Forgets who was confirmed to have a role of `roleIds` directly, active or not, because the role is gone; gives
 * from whom each was taken.
 */
export async function removeConfirmedDirectRoles(
  db: Db,
  { workspaceId, roleIds }: Here & { roleIds: readonly string[] },
): Promise<ConsoleUndo['directRoles']> {
  if (roleIds.length === 0) return [];
  const rows: unknown = await db.$queryRaw`
    with gone as (
      delete from "ConfirmedDirectRole"
      where "workspaceId" = ${workspaceId}::uuid and "roleId" = any(${[...roleIds]}::text[])
      returning "roleId", "personNumber"
    )
    select "roleId" as "role", '{}'::int[] as "given",
      array_agg("personNumber" order by "personNumber") as "taken"
    from gone group by "roleId"`;
  return z.array(pendingRow).parse(rows);
}
