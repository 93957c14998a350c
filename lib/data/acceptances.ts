import 'server-only';
import { z } from 'zod';
import type { Acceptance } from '#lib/domain/acceptances/acceptance';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';
import { asDate } from './stored-day';

/** An acceptance as stored; instants come as text, out of JSON. */
const acceptanceRow = z.object({
  subject: z.string(),
  kind: z.enum(['given', 'withdrawn']),
  reason: z.string(),
  endsOn: z.iso.date().nullable(),
  restsOn: z.record(z.string(), z.string()),
  at: z.coerce.date(),
  by: z.string(),
  version: z.number(),
});

/** The newest acceptance of each subject. */
export const acceptancesPart = listPart(
  Prisma.sql`
    select distinct on ("subject")
      "subject", "kind", "reason", "endsOn", "restsOn", "at", "by", "version"
    from "Acceptance" where "workspaceId" = w.id order by "subject", "version" desc`,
  z.array(acceptanceRow),
);

/** The newest acceptance of each subject of a workspace. */
export async function findAcceptances(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<ReadonlyMap<string, Acceptance>> {
  const rows: unknown = await db.$queryRaw`
    select ${acceptancesPart.sql} as "all" from (select ${workspaceId}::uuid as id) w`;
  const [{ all }] = z.tuple([z.object({ all: acceptancesPart.row })]).parse(rows);
  return new Map(all.map((acceptance) => [acceptance.subject, acceptance]));
}

/** Adds an acceptance, or that one was taken back; earlier ones stay. */
export async function appendAcceptance(
  db: Db,
  { restsOn, endsOn, ...acceptance }: Acceptance & { workspaceId: string },
): Promise<void> {
  await db.acceptance.create({
    data: { ...acceptance, restsOn: { ...restsOn }, endsOn: asDate(endsOn) },
  });
}
