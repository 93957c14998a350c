import 'server-only';
import { z } from 'zod';
import type { Db } from './db';
import { isTaken, type Compared } from './import-people';

/**
 * Sets memberships.csv beside the memberships that will be known once people and groups are as their files say:
 * `in_members` holds each named pair once, `gone_members` those that would go. A pair that is named twice is one.
 */
export async function compareMembers(tx: Db, { workspaceId, number, replaces }: Compared): Promise<void> {
  await listKnown(tx, workspaceId);
  await tx.$executeRaw`create temp table in_members (line int, times int, group_id text, person_id text,
    group_number int, person_number int, is_there boolean, bad boolean, fault text, fault_column text) on commit drop`;
  await tx.$executeRaw`
    create temp table gone_members (group_number int, person_number int) on commit drop`;
  await tx.$executeRaw`
    insert into in_members
    select m.line, m.times, m.group_id, m.person_id, g.number, p.number, e."groupNumber" is not null, false,
      case when g.id is null then 'There is no group with the id ' || m.group_id || '.'
        when p.id is null then 'There is no person with the id ' || m.person_id || '.' end,
      case when g.id is null then 'group_id' when p.id is null then 'person_id' end
    from (
      select min("line") as line, count(*)::int as times, "groupId" as group_id, "personId" as person_id
      from "StagedMember" where "import" = ${number} and not "isBad" group by "groupId", "personId"
    ) m
    left join known_groups g on g.id = m.group_id
    left join known_people p on p.id = m.person_id
    left join "GroupMember" e on e."groupNumber" = g.number and e."personNumber" = p.number`;
  await tx.$executeRaw`analyze in_members`;
  if (replaces) await listGone(tx, { workspaceId, number });
}

/** Memberships that no row names. A bad row names its pair all the same, where both ids could be read. */
async function listGone(tx: Db, { workspaceId, number }: Omit<Compared, 'replaces'>): Promise<void> {
  await tx.$executeRaw`
    insert into gone_members select m."groupNumber", m."personNumber" from "GroupMember" m
    where m."workspaceId" = ${workspaceId}::uuid and m."isImported" and not exists (
      select from in_members i where i.group_number = m."groupNumber" and i.person_number = m."personNumber")
      and not exists (
        select from "StagedMember" s
        join known_groups g on g.id = s."groupId"
        join known_people p on p.id = s."personId"
        where s."import" = ${number} and s."isBad" and g.number = m."groupNumber" and p.number = m."personNumber")`;
  await tx.$executeRaw`analyze gone_members`;
}

/** People and groups as they will be: those who stay, and those who come, by the number of their line below 0. */
async function listKnown(tx: Db, workspaceId: string): Promise<void> {
  await tx.$executeRaw`create temp table known_people (id text, number int) on commit drop`;
  await tx.$executeRaw`create temp table known_groups (id text, number int) on commit drop`;
  await tx.$executeRaw`
    insert into known_people
    select p."id", p."number" from "Person" p where p."workspaceId" = ${workspaceId}::uuid
      and not exists (select from gone_people g where g.number = p."number")
    union all select i.id, -i.line from in_people i where i.number is null and ${isTaken}`;
  await tx.$executeRaw`
    insert into known_groups
    select p."id", p."number" from "Group" p where p."workspaceId" = ${workspaceId}::uuid
      and not exists (select from gone_groups g where g.number = p."number")
    union all select i.id, -i.line from in_groups i where i.number is null and ${isTaken}`;
  await tx.$executeRaw`analyze known_people`;
  await tx.$executeRaw`analyze known_groups`;
}

type Written = Pick<Compared, 'workspaceId'> & { changedAt: Date; changedBy: string };

/** A new version for each group that stays and whose people change: whoever has its list open is told. */
export async function stampGroups(tx: Db, { workspaceId, changedAt, changedBy }: Written): Promise<void> {
  await tx.$executeRaw`
    update "Group" g set "version" = g."version" + 1, "changedAt" = ${changedAt}, "changedBy" = ${changedBy}
    where g."workspaceId" = ${workspaceId}::uuid and g."number" in (
      select i.group_number from in_members i where ${isTaken} and not i.is_there
      union select m.group_number from gone_members m)`;
}

/** Lines whose memberships are written by one statement. */
const batchLines = 100_000;

/**
 * Adds the memberships that are not there, a part at a time and in the order of their key; `onPart` is asked before
 * each part whether to go on.
 */
export async function applyMembers(
  tx: Db,
  { workspaceId, onPart }: Pick<Compared, 'workspaceId'> & { onPart: () => Promise<boolean> },
): Promise<boolean> {
  await tx.$executeRaw`create temp table now_people (id text, number int) on commit drop`;
  await tx.$executeRaw`
    insert into now_people select p."id", p."number" from "Person" p where p."workspaceId" = ${workspaceId}::uuid`;
  await tx.$executeRaw`analyze now_people`;
  const last = await lastLine(tx);
  for (let from = 0; from <= last; from += batchLines) {
    if (!(await onPart())) return false;
    await tx.$executeRaw`
      insert into "GroupMember" ("workspaceId", "groupNumber", "personNumber", "isImported")
      select ${workspaceId}::uuid, g."number", p.number, true
      from in_members i
      join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = i.group_id
      join now_people p on p.id = i.person_id
      where ${isTaken} and not i.is_there and i.line >= ${from} and i.line < ${from + batchLines}
      order by g."number", p.number`;
  }
  return true;
}

async function lastLine(tx: Db): Promise<number> {
  const rows: unknown = await tx.$queryRaw`select coalesce(max(line), -1)::int as "last" from in_members`;
  const [{ last }] = z.tuple([z.object({ last: z.int() })]).parse(rows);
  return last;
}
