import 'server-only';
import { z } from 'zod';
import { cadences, noCadence, type Cadence, type SettledCadence } from '#lib/domain/reviews/cadence';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';
import { asDate, storedDay } from './stored-day';

const cadenceRow = z.object({ every: z.enum(cadences), nextOn: storedDay, version: z.number() });

/** How often governance looks, and when next. */
export const cadencePart = onePart(
  Prisma.sql`select * from "ReviewCadence" where "workspaceId" = w.id`,
  cadenceRow.nullable(),
);

/** The review cadence of a workspace; one that was never settled has version 0. */
export async function findCadence(db: Db, { workspaceId }: { workspaceId: string }): Promise<Cadence> {
  const row = await db.reviewCadence.findUnique({ where: { workspaceId } });
  return row ? cadenceRow.parse(row) : noCadence;
}

/** Stores the cadence in the place of the one before. */
export async function saveCadence(
  db: Db,
  {
    workspaceId,
    nextOn,
    ...cadence
  }: SettledCadence & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  const row = { ...cadence, nextOn: asDate(nextOn) };
  await db.reviewCadence.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: row,
  });
}
