import 'server-only';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { isTaken, rejectTwice, type Compared } from './import-people';

/** Names of groups read as one whatever their case and the forms of their letters. */
const folded = (name: Prisma.Sql) => Prisma.sql`lower(normalize(${name}, NFKC))`;

/**
 * Sets groups.csv beside the groups that are stored: `in_groups` and `gone_groups`, as of people, and `kept_groups`,
 * which no row names and which stay for what was added to them by hand.
 */
export async function compareGroups(tx: Db, { workspaceId, number, replaces }: Compared): Promise<void> {
  await tx.$executeRaw`create temp table in_groups (line int, id text, name text, source text,
    bad boolean, number int, fault text, fault_column text) on commit drop`;
  await tx.$executeRaw`create temp table gone_groups (number int primary key) on commit drop`;
  await tx.$executeRaw`create temp table kept_groups (number int primary key, name text) on commit drop`;
  await tx.$executeRaw`
    insert into in_groups
    select s."line", s."id", s."name", s."source", s."isBad", g."number"
    from "StagedGroup" s
    left join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = s."id"
    where s."import" = ${number}`;
  await tx.$executeRaw`create index on in_groups (id)`;
  await tx.$executeRaw`analyze in_groups`;
  const table = Prisma.sql`in_groups`;
  await rejectTwice(tx, { table, key: Prisma.sql`id`, column: 'id' });
  await rejectTwice(tx, { table, key: folded(Prisma.sql`name`), column: 'name' });
  if (replaces) await listGone(tx, workspaceId);
  await rejectTaken(tx, workspaceId);
}

/**
 * Imported groups that no row names. A role is always given by hand, so a group with roles stays, and so does one
 * with people who were put into it by hand, unless all of them go.
 */
async function listGone(tx: Db, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    insert into kept_groups
    select g."number", g."name" from "Group" g
    where g."workspaceId" = ${workspaceId}::uuid and g."isImported"
      and not exists (select from in_groups i where i.id = g."id")
      and g."number" in (
        select r."groupNumber" from "GroupRole" r where r."workspaceId" = ${workspaceId}::uuid
        union
        select m."groupNumber" from "GroupMember" m
        where m."workspaceId" = ${workspaceId}::uuid and not m."isImported"
          and not exists (select from gone_people p where p.number = m."personNumber"))`;
  await tx.$executeRaw`
    insert into gone_groups select g."number" from "Group" g
    where g."workspaceId" = ${workspaceId}::uuid and g."isImported"
      and not exists (select from in_groups i where i.id = g."id")
      and not exists (select from kept_groups k where k.number = g."number")`;
  await tx.$executeRaw`analyze gone_groups`;
}

async function rejectTaken(tx: Db, workspaceId: string): Promise<void> {
  const name = folded(Prisma.sql`q."name"`);
  for (;;) {
    const fallen = await tx.$executeRaw`
      update in_groups i set fault = 'Another group has this name: the group with the id ' || q."id" || '.',
        fault_column = 'name'
      from "Group" q
      where ${isTaken} and q."workspaceId" = ${workspaceId}::uuid
        and ${name} = ${folded(Prisma.sql`i.name`)} and q."id" <> i.id
        and not exists (select from gone_groups g where g.number = q."number")
        and not exists (
          select from in_groups j
          where j.id = q."id" and j.fault is null and not j.bad and ${folded(Prisma.sql`j.name`)} <> ${name})`;
    if (fallen === 0) return;
  }
}

type Written = Pick<Compared, 'workspaceId'> & { changedAt: Date; changedBy: string };

/** Makes groups as groups.csv has them; what they have of roles stays. */
export async function applyGroups(tx: Db, { workspaceId, changedAt, changedBy }: Written): Promise<void> {
  await tx.$executeRaw`
    update "Group" q set "name" = 'moving-' || q."number"
    from in_groups i, in_groups j
    where ${isTaken} and q."workspaceId" = ${workspaceId}::uuid and q."name" = i.name and q."id" <> i.id
      and j.id = q."id" and j.fault is null and not j.bad`;
  await tx.$executeRaw`
    update "Group" g set "name" = i.name, "source" = coalesce(i.source, g."source"), "version" = g."version" + 1,
      "changedAt" = ${changedAt}, "changedBy" = ${changedBy}
    from in_groups i
    where g."number" = i.number and ${isTaken}
      and (g."name", g."source") is distinct from (i.name, coalesce(i.source, g."source"))`;
  await tx.$executeRaw`
    insert into "Group" ("workspaceId", "id", "name", "source", "isImported", "version", "changedAt", "changedBy")
    select ${workspaceId}::uuid, i.id, i.name, coalesce(i.source, 'manual'), true, 1, ${changedAt}, ${changedBy}
    from in_groups i where i.number is null and ${isTaken} order by i.line`;
}
