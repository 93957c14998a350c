import 'server-only';
import { z } from 'zod';
import {
  everyReportingOwner,
  reportingAreas,
  type ReportingOwner,
} from '#lib/domain/reporting-owners/reporting-owner';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** Who answers for an area, as stored. */
const ownerRow = z.object({
  area: z.enum(reportingAreas),
  name: z.string().nullable(),
  email: z.string().nullable(),
  version: z.number(),
});

/** Who answers for which area. */
export const reportingOwnersPart = listPart(
  Prisma.sql`select * from "ReportingOwner" where "workspaceId" = w.id order by "area"`,
  z.array(ownerRow),
);

/** The owner of each area of a workspace; an area nobody was named for has version 0. */
export async function listReportingOwners(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<ReportingOwner[]> {
  const rows = await db.reportingOwner.findMany({ where: { workspaceId } });
  return everyReportingOwner(z.array(ownerRow).parse(rows));
}

/** Stores who answers for an area. */
export async function saveReportingOwner(
  db: Db,
  {
    workspaceId,
    area,
    ...owner
  }: ReportingOwner & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  await db.reportingOwner.upsert({
    where: { workspaceId_area: { workspaceId, area } },
    create: { workspaceId, area, ...owner },
    update: owner,
  });
}
