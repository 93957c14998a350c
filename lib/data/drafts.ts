import 'server-only';
import { z } from 'zod';
import { draftRow, type Draft } from '#lib/domain/drafts/draft';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };

/** A draft; null where there is none of this id. */
export async function findDraft(db: Db, { workspaceId, id }: Here & { id: string }): Promise<Draft | null> {
  const row = await db.accessDraft.findFirst({ where: { workspaceId, id } });
  return row ? draftRow.parse(row) : null;
}

/** The newest drafts of a workspace: those not applied first, then by their last change. */
export async function listDrafts(db: Db, { workspaceId, limit }: Here & { limit: number }): Promise<Draft[]> {
  const rows = await db.accessDraft.findMany({
    where: { workspaceId },
    orderBy: [{ appliedAt: { sort: 'desc', nulls: 'first' } }, { changedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return z.array(draftRow).parse(rows);
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
