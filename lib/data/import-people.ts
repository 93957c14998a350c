import 'server-only';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

/** Of an import: its workspace, the number of its staged rows, and whether rows it does not name go. */
export type Compared = { workspaceId: string; number: number; replaces: boolean };

/** Rows of the temporary table of a kind that can be applied. */
export const isTaken = Prisma.sql`i.fault is null and not i.bad`;

/**
 * Sets people.csv beside the people who are stored, in tables that end with the transaction: `in_people` with what is
 * wrong with each row, and `gone_people` with the numbers of those who would go.
 */
export async function comparePeople(tx: Db, { workspaceId, number, replaces }: Compared): Promise<void> {
  await tx.$executeRaw`create temp table in_people (line int, id text, email text, name text, active boolean,
    bad boolean, number int, fault text, fault_column text) on commit drop`;
  await tx.$executeRaw`create temp table gone_people (number int primary key) on commit drop`;
  await tx.$executeRaw`
    insert into in_people
    select s."line", s."id", s."email", s."name", s."isActive", s."isBad", p."number"
    from "StagedPerson" s
    left join "Person" p on p."workspaceId" = ${workspaceId}::uuid and p."id" = s."id"
    where s."import" = ${number}`;
  await tx.$executeRaw`create index on in_people (id)`;
  await tx.$executeRaw`create index on in_people (email)`;
  await tx.$executeRaw`analyze in_people`;
  await rejectTwice(tx, { table: Prisma.sql`in_people`, key: Prisma.sql`id`, column: 'id' });
  await rejectTwice(tx, { table: Prisma.sql`in_people`, key: Prisma.sql`email`, column: 'email' });
  if (replaces) {
    await tx.$executeRaw`
      insert into gone_people select p."number" from "Person" p
      where p."workspaceId" = ${workspaceId}::uuid and p."isImported"
        and not exists (select from in_people i where i.id = p."id")`;
    await tx.$executeRaw`analyze gone_people`;
  }
  await rejectTaken(tx, workspaceId);
}

type Key = { table: Prisma.Sql; key: Prisma.Sql; column: string };

/** Rejects each row whose `key` an earlier row of the file has. */
export async function rejectTwice(tx: Db, { table, key, column }: Key): Promise<void> {
  await tx.$executeRaw`
    update ${table} i
    set fault = 'Line ' || d.first || ' has it already.', fault_column = ${column}
    from (
      select line, min(line) over (partition by ${key}) as first from ${table} i
      where ${key} is not null and fault is null
    ) d
    where i.line = d.line and d.line > d.first and ${isTaken}`;
}

/**
 * Rejects rows whose address somebody keeps who is another person. A row that falls may leave an address to its
 * owner that a further row wanted, so it goes on until none falls.
 */
async function rejectTaken(tx: Db, workspaceId: string): Promise<void> {
  for (;;) {
    const fallen = await tx.$executeRaw`
      update in_people i set fault = 'Somebody else has this address: the person with the id ' || q."id" || '.',
        fault_column = 'email'
      from "Person" q
      where ${isTaken} and q."workspaceId" = ${workspaceId}::uuid and q."email" = i.email and q."id" <> i.id
        and not exists (select from gone_people g where g.number = q."number")
        and not exists (
          select from in_people j
          where j.id = q."id" and j.fault is null and not j.bad and j.email <> q."email")`;
    if (fallen === 0) return;
  }
}

/** Makes people as people.csv has them. Whoever moves to an address that another is leaving waits aside for it. */
export async function applyPeople(tx: Db, { workspaceId }: Pick<Compared, 'workspaceId'>): Promise<void> {
  await tx.$executeRaw`
    update "Person" q set "email" = 'moving-' || q."number"
    from in_people i, in_people j
    where ${isTaken} and q."workspaceId" = ${workspaceId}::uuid and q."email" = i.email and q."id" <> i.id
      and j.id = q."id" and j.fault is null and not j.bad`;
  await tx.$executeRaw`
    update "Person" p set "email" = i.email, "name" = i.name, "isActive" = coalesce(i.active, p."isActive"),
      "version" = p."version" + 1
    from in_people i
    where p."number" = i.number and ${isTaken}
      and (p."email", p."name", p."isActive") is distinct from (i.email, i.name, coalesce(i.active, p."isActive"))`;
  await tx.$executeRaw`
    insert into "Person" ("workspaceId", "id", "name", "email", "isActive", "isImported", "version")
    select ${workspaceId}::uuid, i.id, i.name, i.email, coalesce(i.active, true), true, 1
    from in_people i where i.number is null and ${isTaken} order by i.line`;
}

/** Removes the people and groups that go, with their memberships and what people have of roles directly. */
export async function applyRemovals(tx: Db): Promise<void> {
  await tx.$executeRaw`
    delete from "GroupMember" m using gone_members g
    where m."groupNumber" = g.group_number and m."personNumber" = g.person_number`;
  await tx.$executeRaw`delete from "GroupMember" m using gone_people g where m."personNumber" = g.number`;
  await tx.$executeRaw`delete from "GroupMember" m using gone_groups g where m."groupNumber" = g.number`;
  await tx.$executeRaw`delete from "DirectRole" r using gone_people g where r."personNumber" = g.number`;
  await tx.$executeRaw`delete from "Person" p using gone_people g where p."number" = g.number`;
  await tx.$executeRaw`delete from "Group" p using gone_groups g where p."number" = g.number`;
}

/** Lets the planner know what an import wrote: until it does, it takes the workspace for as small as before. */
export async function analyzeDirectory(tx: Db): Promise<void> {
  await tx.$executeRaw`select analyze_directory()`;
}
