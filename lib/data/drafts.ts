import 'server-only';
import { z } from 'zod';
import { draftRow, draftSummary, type Draft, type DraftSummary } from '#lib/domain/drafts/draft';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };

/** A draft; null where there is none of this id. */
export async function findDraft(db: Db, { workspaceId, id }: Here & { id: string }): Promise<Draft | null> {
  const row = await db.accessDraft.findFirst({ where: { workspaceId, id } });
  return row ? draftRow.parse(row) : null;
}

/** Drafts of a workspace with how many changes each holds: those not applied first, then the newest. */
export async function listDrafts(
  db: Db,
  { workspaceId, limit }: Here & { limit: number },
): Promise<DraftSummary[]> {
  const rows: unknown = await db.$queryRaw`
    select "id", "name", jsonb_array_length("changes") as "changes", "version", "createdAt", "createdBy",
      "changedAt", "changedBy", "appliedAt", "appliedBy", "appliedEffect"
    from "AccessDraft" where "workspaceId" = ${workspaceId}::uuid
    order by "appliedAt" desc nulls first, "changedAt" desc, "id" limit ${limit}`;
  return z.array(draftSummary).parse(rows);
}

/** Stores a draft, new or changed. */
export async function saveDraft(
  db: Db,
  { workspaceId, id, appliedEffect, ...rest }: Draft & Here,
): Promise<void> {
  const data = { ...rest, appliedEffect: appliedEffect ?? Prisma.DbNull };
  await db.accessDraft.upsert({
    where: { id, workspaceId },
    create: { id, workspaceId, ...data },
    update: data,
  });
}

/** Removes a draft. */
export async function removeDraft(db: Db, { workspaceId, id }: Here & { id: string }): Promise<void> {
  await db.accessDraft.deleteMany({ where: { workspaceId, id } });
}
