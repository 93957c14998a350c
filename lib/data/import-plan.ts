import 'server-only';
import { z } from 'zod';
import { countsView, numberToType, type Counts, type CountsByKind } from '#lib/domain/imports/import-counts';
import type { ImportKind } from '#lib/domain/imports/import-kinds';
import {
  planView,
  type ImportFile,
  type ImportPlan,
  type StoredImport,
} from '#lib/domain/imports/import-view';
import { maxListed, type Rejection } from '#lib/domain/imports/read-file';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { compareGroups } from './import-groups';
import { compareMembers } from './import-members';
import { comparePeople, isTaken } from './import-people';

type Here = { workspaceId: string };

/**
 * What applying the staged rows of an import would do. The tables in which it was found stay until the transaction
 * ends, for whoever applies it. Null where rows that were read are no longer staged.
 */
export async function planImport(
  tx: Db,
  { workspaceId, ...one }: Here & StoredImport,
): Promise<ImportPlan | null> {
  const { number, files, mode } = one;
  const replaces = (kind: ImportKind) => mode === 'replace' && files.some((file) => file.kind === kind);
  const of = (kind: ImportKind) => ({ workspaceId, number, replaces: replaces(kind) });
  await joinWhole(tx);
  await comparePeople(tx, of('people'));
  await compareGroups(tx, of('groups'));
  await compareMembers(tx, of('memberships'));
  if (!(await isWhole(tx, { number, files }))) return null;

  const byKind: CountsByKind = {};
  for (const { kind, rejected } of files) {
    const counts = await countOf[kind](tx);
    byKind[kind] = { ...counts, rejected: counts.rejected + rejected };
  }
  return planView.parse({
    byKind,
    goesAlong: await countAlong(tx),
    kept: await listKept(tx),
    access: await countAccess(tx, { workspaceId }),
    toType: numberToType(byKind, await countStored(tx, { workspaceId })),
    rejected: await listRejected(tx, { number, files, byKind }),
  });
}

/**
 * Has every join until the transaction ends hash or merge.
 *
 * All of them join whole files with a whole directory. The number of an import that is new is in no statistics, so
 * the planner takes half a million staged rows for one, and would look for a match row by row.
 */
async function joinWhole(tx: Db): Promise<void> {
  await tx.$executeRaw`select set_config('enable_nestloop', 'off', true)`;
}

/** Rows of a table that is kept through a crash may still be cleared away by hand: nothing is applied by half. */
async function isWhole(tx: Db, { number, files }: Pick<StoredImport, 'number' | 'files'>): Promise<boolean> {
  const rows: unknown = await tx.$queryRaw`
    select (select count(*)::int from in_people) as "people", (select count(*)::int from in_groups) as "groups",
      (select count(*)::int from "StagedMember" where "import" = ${number}) as "memberships"`;
  const [staged] = z.tuple([z.record(z.string(), z.int())]).parse(rows);
  return files.every(({ kind, rows: read }) => staged[kind] === read);
}

const one = async (rows: Promise<unknown>): Promise<Counts> => z.tuple([countsView]).parse(await rows)[0];

const countOf: Readonly<Record<ImportKind, (tx: Db) => Promise<Counts>>> = {
  people: (tx) =>
    one(tx.$queryRaw`
      select count(*) filter (where ${isTaken} and i.number is null)::int as "added",
        count(*) filter (where ${isTaken} and i.number is not null and differs)::int as "changed",
        (select count(*)::int from gone_people) as "removed",
        count(*) filter (where ${isTaken} and i.number is not null and not differs)::int as "unchanged",
        count(*) filter (where i.fault is not null)::int as "rejected"
      from in_people i left join "Person" p on p."number" = i.number
      cross join lateral (select (p."email", p."name", p."isActive")
        is distinct from (i.email, i.name, coalesce(i.active, p."isActive")) as differs) d`),
  groups: (tx) =>
    one(tx.$queryRaw`
      select count(*) filter (where ${isTaken} and i.number is null)::int as "added",
        count(*) filter (where ${isTaken} and i.number is not null and differs)::int as "changed",
        (select count(*)::int from gone_groups) as "removed",
        count(*) filter (where ${isTaken} and i.number is not null and not differs)::int as "unchanged",
        count(*) filter (where i.fault is not null)::int as "rejected"
      from in_groups i left join "Group" g on g."number" = i.number
      cross join lateral (select (g."name", g."source")
        is distinct from (i.name, coalesce(i.source, g."source")) as differs) d`),
  memberships: (tx) =>
    one(tx.$queryRaw`
      select count(*) filter (where ${isTaken} and not i.is_there)::int as "added", 0 as "changed",
        (select count(*)::int from gone_members) as "removed",
        count(*) filter (where ${isTaken} and i.is_there)::int as "unchanged",
        coalesce(sum(i.times) filter (where i.fault is not null), 0)::int as "rejected"
      from in_members i`),
};

/** How many rows of each kind a workspace has. */
async function countStored(tx: Db, { workspaceId: id }: Here): Promise<Record<ImportKind, number>> {
  const rows: unknown = await tx.$queryRaw`
    select (select count(*)::int from "Person" where "workspaceId" = ${id}::uuid) as "people",
      (select count(*)::int from "Group" where "workspaceId" = ${id}::uuid) as "groups",
      (select count(*)::int from "GroupMember" where "workspaceId" = ${id}::uuid) as "memberships"`;
  const [stored] = z
    .tuple([z.object({ people: z.int(), groups: z.int(), memberships: z.int() })])
    .parse(rows);
  return stored;
}

async function countAlong(tx: Db): Promise<unknown> {
  const rows: unknown = await tx.$queryRaw`
    select
      (select count(*)::int from "GroupMember" m
        where (m."personNumber" in (select number from gone_people)
          or m."groupNumber" in (select number from gone_groups))
        and not exists (select from gone_members g
          where g.group_number = m."groupNumber" and g.person_number = m."personNumber")) as "memberships",
      (select count(*)::int from "DirectRole" where "personNumber" in (select number from gone_people)) as "roles"`;
  return z.tuple([z.unknown()]).parse(rows)[0];
}

const keptNamed = 5;

/** Groups that no row names and that stay all the same. */
async function listKept(tx: Db): Promise<unknown> {
  const rows: unknown = await tx.$queryRaw`
    select count(*)::int as "groups",
      coalesce((array_agg(name order by lower(name), name))[1:${keptNamed}::int], '{}') as "names"
    from kept_groups`;
  return z.tuple([z.unknown()]).parse(rows)[0];
}

/** People whose groups with roles change. */
async function countAccess(tx: Db, { workspaceId }: Here): Promise<unknown> {
  const rows: unknown = await tx.$queryRaw`
    with assigned as materialized (
      select distinct "groupNumber" as number from "GroupRole" where "workspaceId" = ${workspaceId}::uuid
    )
    select
      (select count(distinct i.person_number)::int from in_members i join assigned a on a.number = i.group_number
        where ${isTaken} and not i.is_there) as "joins",
      (select count(distinct g.person_number)::int from gone_members g
        join assigned a on a.number = g.group_number) as "leaves"`;
  return z.tuple([z.unknown()]).parse(rows)[0];
}

const rejectionRow = z.object({ line: z.int(), column: z.string(), reason: z.string() });

/** The first rows of each file that cannot be taken, found while reading or while comparing. */
async function listRejected(
  tx: Db,
  { number, files, byKind }: { number: number; files: readonly ImportFile[]; byKind: CountsByKind },
): Promise<Rejection[]> {
  const found: Rejection[] = [];
  for (const { kind, name, rejections, rejected } of files) {
    const isCompared = (byKind[kind]?.rejected ?? 0) > rejected;
    const rows = isCompared ? z.array(rejectionRow).parse(await tx.$queryRaw(faultyRows(kind, number))) : [];
    const all = [...rejections, ...rows.map((row) => ({ file: name, ...row }))];
    found.push(...all.sort((one, other) => one.line - other.line));
  }
  return found.slice(0, maxListed);
}

function faultyRows(kind: ImportKind, number: number): Prisma.Sql {
  if (kind === 'memberships') {
    return Prisma.sql`
      select s."line", i.fault_column as "column", i.fault as "reason"
      from in_members i join "StagedMember" s on s."groupId" = i.group_id and s."personId" = i.person_id
      where i.fault is not null and s."import" = ${number} and not s."isBad" order by 1 limit ${maxListed}`;
  }
  const table = kind === 'people' ? Prisma.sql`in_people` : Prisma.sql`in_groups`;
  return Prisma.sql`
    select line, fault_column as "column", fault as "reason"
    from ${table} where fault is not null order by 1 limit ${maxListed}`;
}
