import 'server-only';
import { z } from 'zod';
import { consoleState, nothingConfirmed, type ConsoleState } from '#lib/domain/console/console-state';
import type { PendingMembers } from '#lib/domain/console/console-step';
import type { Db } from './db';

type Here = { workspaceId: string };
type Written = { changedAt: Date; changedBy: string };

const consoleRow = z.object({
  state: consoleState,
  version: z.number(),
  changedAt: z.date().nullable(),
  changedBy: z.string().nullable(),
});

/** What was confirmed of the console; version 0 until something was. */
export type StoredConsole = {
  state: ConsoleState;
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

const neverConfirmed: StoredConsole = {
  state: nothingConfirmed,
  version: 0,
  changedAt: null,
  changedBy: null,
};

/** What was confirmed of roles, groups and defaults in the vendor's console. */
export async function findConsole(db: Db, { workspaceId }: Here): Promise<StoredConsole> {
  const row = await db.consoleState.findUnique({ where: { workspaceId } });
  return row ? consoleRow.parse(row) : neverConfirmed;
}

/** Stores what is confirmed. */
export async function saveConsole(
  db: Db,
  { workspaceId, state, ...rest }: Here & Written & { state: ConsoleState; version: number },
): Promise<void> {
  const data = { ...rest, state: consoleState.parse(state) };
  await db.consoleState.upsert({ where: { workspaceId }, create: { workspaceId, ...data }, update: data });
}

const pendingRow = z.object({
  group: z.string(),
  added: z.array(z.number()),
  removed: z.array(z.number()),
});

/**
 * Active people by number who are wanted in a group made by hand and not confirmed there, and the other way
 * round. A membership that came with an import counts as confirmed. `moved` are groups that were confirmed under
 * another id.
 */
export async function listPendingMembers(
  db: Db,
  { workspaceId, moved }: Here & { moved: ReadonlyMap<string, string> },
): Promise<PendingMembers[]> {
  const rows: unknown = await db.$queryRaw`
    with moved as (
      select unnest(${[...moved.keys()]}::text[]) as "old", unnest(${[...moved.values()]}::text[]) as "new"
    ),
    said as (
      select coalesce(moved."new", c."groupId") as "groupId", c."personNumber"
      from "ConfirmedMember" c left join moved on moved."old" = c."groupId"
      where c."workspaceId" = ${workspaceId}::uuid
    ),
    pending as (
      select g."id" as "group", m."personNumber", true as "joins"
      from "Group" g
      join "GroupMember" m on m."groupNumber" = g."number" and not m."isImported"
      where g."workspaceId" = ${workspaceId}::uuid and g."source" = 'manual' and not exists (
        select from said where said."groupId" = g."id" and said."personNumber" = m."personNumber"
      )
      union all
      select said."groupId", said."personNumber", false
      from said left join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = said."groupId"
      where coalesce(g."source", 'manual') = 'manual' and not exists (
        select from "GroupMember" m
        where m."groupNumber" = g."number" and m."personNumber" = said."personNumber"
      )
    )
    select q."group",
      coalesce(array_agg(q."personNumber" order by q."personNumber") filter (where q."joins"), '{}') as "added",
      coalesce(array_agg(q."personNumber" order by q."personNumber") filter (where not q."joins"), '{}') as "removed"
    from pending q join "Person" p on p."number" = q."personNumber" and p."isActive"
    group by q."group"`;
  return z.array(pendingRow).parse(rows);
}

/** Ids of the groups that an import brought. */
export async function listImportedGroupIds(db: Db, { workspaceId }: Here): Promise<string[]> {
  const rows = await db.group.findMany({ where: { workspaceId, isImported: true }, select: { id: true } });
  return rows.map(({ id }) => id);
}

type Members = { group: string; added: readonly number[]; removed: readonly number[] };

/** Notes who is confirmed to be in a group, and who no longer is. */
export async function saveConfirmedMembers(
  db: Db,
  { workspaceId, group, added, removed }: Here & Members,
): Promise<void> {
  if (removed.length > 0) {
    await db.$executeRaw`
      delete from "ConfirmedMember" where "workspaceId" = ${workspaceId}::uuid and "groupId" = ${group}
        and "personNumber" = any(${[...removed]}::int[])`;
  }
  if (added.length === 0) return;
  await db.$executeRaw`
    insert into "ConfirmedMember" ("workspaceId", "groupId", "personNumber")
    select "workspaceId", ${group}, "number" from "Person"
    where "workspaceId" = ${workspaceId}::uuid and "number" = any(${[...added]}::int[])
    on conflict do nothing`;
}

/** Notes the ids under which groups are confirmed now: old -> new. */
export async function moveConfirmedMembers(
  db: Db,
  { workspaceId, moved }: Here & { moved: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [old, now] of moved) {
    await db.$executeRaw`
      insert into "ConfirmedMember" ("workspaceId", "groupId", "personNumber")
      select "workspaceId", ${now}, "personNumber" from "ConfirmedMember"
      where "workspaceId" = ${workspaceId}::uuid and "groupId" = ${old} on conflict do nothing`;
    await db.confirmedMember.deleteMany({ where: { workspaceId, groupId: old } });
  }
}

/**
 * Notes as confirmed what an import brought of a group made by hand, before the group goes: so that what is to
 * be deleted in the console is known, and whom it meets.
 */
export async function noteLeavingGroup(
  db: Db,
  { workspaceId, id, ...written }: Here & Written & { id: string },
): Promise<void> {
  const group = await db.group.findFirst({ where: { workspaceId, id, source: 'manual' } });
  if (!group) return;
  await db.$executeRaw`
    insert into "ConfirmedMember" ("workspaceId", "groupId", "personNumber")
    select g."workspaceId", g."id", m."personNumber"
    from "Group" g join "GroupMember" m on m."groupNumber" = g."number" and m."isImported"
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${id} and g."source" = 'manual'
    on conflict do nothing`;
  if (!group.isImported) return;
  const { state, version } = await findConsole(db, { workspaceId });
  const known = state.groups.find((one) => one.id === id);
  const noted = { id, name: group.name, byHand: true, roleIds: known?.roleIds ?? [] };
  const groups = [...state.groups.filter((one) => one.id !== id), noted];
  await saveConsole(db, { workspaceId, state: { ...state, groups }, version: version + 1, ...written });
}

/** Notes as confirmed who came with an import, before they are taken out of groups made by hand. */
export async function noteLeavingMembers(
  db: Db,
  { workspaceId, memberships }: Here & { memberships: readonly { group: string; person: string }[] },
): Promise<void> {
  const [groups, people] = [memberships.map(({ group }) => group), memberships.map(({ person }) => person)];
  await db.$executeRaw`
    insert into "ConfirmedMember" ("workspaceId", "groupId", "personNumber")
    select g."workspaceId", g."id", m."personNumber"
    from unnest(${groups}::text[], ${people}::text[]) as w("group", "person")
    join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = w."group" and g."source" = 'manual'
    join "Person" p on p."workspaceId" = ${workspaceId}::uuid and p."id" = w."person"
    join "GroupMember" m
      on m."groupNumber" = g."number" and m."personNumber" = p."number" and m."isImported"
    on conflict do nothing`;
}
