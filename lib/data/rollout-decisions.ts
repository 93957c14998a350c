import 'server-only';
import { z } from 'zod';
import { surfaceChoices, undecided, type RolloutDecision } from '#lib/domain/rollout/decision';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** A rollout decision with who made it, when. */
export type RecordedDecision = RolloutDecision & { decidedAt: Date | null; decidedBy: string | null };

/** A stored decision; instants may come as text, out of JSON. */
const decisionRow = z.object({
  surfaces: z.enum(surfaceChoices),
  version: z.number(),
  decidedAt: z.coerce.date(),
  decidedBy: z.string(),
});

/** The rollout decision of a workspace. */
export const decisionPart = onePart(
  Prisma.sql`select * from "RolloutDecision" where "workspaceId" = w.id`,
  decisionRow.nullable(),
);

/** What stands in the place of a decision that was never made. */
export const neverDecided: RecordedDecision = { ...undecided, decidedAt: null, decidedBy: null };

/** The rollout decision of a workspace; one that was never made has version 0. */
export async function findDecision(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<RecordedDecision> {
  const row = await db.rolloutDecision.findUnique({ where: { workspaceId } });
  return row ? decisionRow.parse(row) : neverDecided;
}

/** Stores the decision in the place of the one before. */
export async function saveDecision(
  db: Db,
  {
    workspaceId,
    ...decision
  }: {
    workspaceId: string;
    surfaces: string;
    version: number;
    decidedAt: Date;
    decidedBy: string;
  },
): Promise<void> {
  await db.rolloutDecision.upsert({
    where: { workspaceId },
    create: { workspaceId, ...decision },
    update: decision,
  });
}
