import 'server-only';
import { z } from 'zod';
import { countsSince, machineView, systemCoverage, type MachineView } from '#lib/domain/receipts/machine';
import type { ListedState, SystemCoverage } from '#lib/domain/receipts/machine';
import type { Receipt } from '#lib/domain/receipts/receipt';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };

/** What a machine says, and what it has by that; `holds` is null where it has no release as it is. */
export type MachineReport = { receipt: Receipt; holds: string | null; differing: readonly string[] };

/**
 * Stores the newest receipt of each machine in the place of the one before. Since when a machine has what it has stays
 * while that stays. One statement, whatever the number; machines in one order, so that two writers do not wait for
 * each other in a circle.
 */
export async function saveMachines(
  db: Db,
  { workspaceId, reports, now }: Here & { reports: readonly MachineReport[]; now: Date },
): Promise<void> {
  const rows = reports.map(({ receipt, holds, differing }) => ({
    ...{ machine: receipt.machine, os: receipt.os, client: receipt.client },
    ...{ holds: holds ?? '', differing, receipt },
  }));
  await db.$executeRaw`
    insert into "Machine" as m
      ("workspaceId", "machine", "os", "holds", "differing", "client", "receipt", "sinceAt", "seenAt")
    select ${workspaceId}::uuid, r.machine, r.os, r.holds, r.differing, r.client, r.receipt,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(machine text, os text, holds text, differing text[], client text, receipt jsonb)
    order by r.machine collate "C"
    on conflict ("workspaceId", "machine") do update set
      "os" = excluded."os", "holds" = excluded."holds", "differing" = excluded."differing",
      "client" = excluded."client", "receipt" = excluded."receipt", "seenAt" = excluded."seenAt",
      "sinceAt" = case when m."holds" = excluded."holds" and m."differing" = excluded."differing"
        then m."sinceAt" else excluded."sinceAt" end`;
}

const coverageRow = systemCoverage.omit({ expected: true });

/** Machines of each system that sent a receipt, counted by how they stand to the content `current`. One statement. */
export async function countMachines(
  db: Db,
  { workspaceId, current, now }: Here & { current: string; now: Date },
): Promise<Omit<SystemCoverage, 'expected'>[]> {
  const since = countsSince(now);
  const rows = await db.$queryRaw`
    select "os",
      count(*) filter (where "seenAt" >= ${since} and "holds" = ${current})::int as "matches",
      count(*) filter (where "seenAt" >= ${since} and "holds" not in (${current}, ''))::int as "older",
      count(*) filter (where "seenAt" >= ${since} and "holds" = '')::int as "differs",
      count(*) filter (where "seenAt" < ${since})::int as "silent",
      min("sinceAt") filter (where "seenAt" >= ${since} and "holds" = ${current}) as "matchesSince",
      min("sinceAt") filter (where "seenAt" >= ${since} and "holds" not in (${current}, '')) as "olderSince",
      min("sinceAt") filter (where "seenAt" >= ${since} and "holds" = '') as "differsSince"
    from "Machine" where "workspaceId" = ${workspaceId}::uuid group by "os"`;
  return z.array(coverageRow).parse(rows);
}

/** Where a page of machines goes on: behind this one, the newest first. */
export type MachinePlace = { seen: Date; machine: string };

type Listed = Here & {
  state: ListedState;
  current: string;
  now: Date;
  after: MachinePlace | null;
  limit: number;
};

const standing = ({ state, current, now }: Pick<Listed, 'state' | 'current' | 'now'>) => {
  const since = countsSince(now);
  if (state === 'silent') return Prisma.sql`"seenAt" < ${since}`;
  const holds = state === 'differs' ? Prisma.sql`"holds" = ''` : Prisma.sql`"holds" not in (${current}, '')`;
  return Prisma.sql`${holds} and "seenAt" >= ${since}`;
};

/** Machines that stand so, those seen last first; behind `after` where it is given. */
export async function listMachines(db: Db, listed: Listed): Promise<MachineView[]> {
  const { workspaceId, after, limit } = listed;
  const behind = after
    ? Prisma.sql`and ("seenAt", "machine") < (${after.seen}::timestamptz, ${after.machine})`
    : Prisma.empty;
  const rows = await db.$queryRaw`
    select "machine", "os", "client", ("receipt"->>'release')::int as "release", "differing",
      "sinceAt" as "since", "seenAt" as "seen"
    from "Machine"
    where "workspaceId" = ${workspaceId}::uuid and ${standing(listed)} ${behind}
    order by "seenAt" desc, "machine" desc limit ${limit}`;
  return z.array(machineView).parse(rows);
}

/** How many machines sent a receipt at all, whatever its age. */
export async function hasMachines(db: Db, { workspaceId }: Here): Promise<boolean> {
  return (await db.machine.findFirst({ where: { workspaceId }, select: { machine: true } })) !== null;
}
