import 'server-only';
import { z } from 'zod';
import { surfaceChoices, undecided, type RolloutDecision } from '#lib/domain/rollout/decision';
import type { Db } from './db';

/** A rollout decision with who made it, when. */
export type RecordedDecision = RolloutDecision & { decidedAt: Date | null; decidedBy: string | null };

const surfaces = z.enum(surfaceChoices);

/** The rollout decision of a workspace; one that was never made has version 0. */
export async function findDecision(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<RecordedDecision> {
  const row = await db.rolloutDecision.findUnique({ where: { workspaceId } });
  if (!row) return { ...undecided, decidedAt: null, decidedBy: null };
  const { version, decidedAt, decidedBy } = row;
  return { surfaces: surfaces.parse(row.surfaces), version, decidedAt, decidedBy };
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
