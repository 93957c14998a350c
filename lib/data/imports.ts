import 'server-only';
import { z } from 'zod';
import type { ImportKind } from '#lib/domain/imports/import-kinds';
import {
  storedImport,
  type ImportFile,
  type ImportPlan,
  type ImportState,
  type StoredImport,
} from '#lib/domain/imports/import-view';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };
type One = Here & { id: string };

type Begun = Pick<
  StoredImport,
  'id' | 'isDryRun' | 'mode' | 'skipRejected' | 'removals' | 'at' | 'byId' | 'by'
>;

/** Notes that files of an import are about to arrive; gives the number of its staged rows. */
export async function openImport(db: Db, data: Here & Begun): Promise<number> {
  const { number } = await db.directoryImport.create({
    data: { ...data, state: 'receiving', files: [] },
    select: { number: true },
  });
  return number;
}

/** An import of a workspace; null where there is none of this id. */
export async function findImport(db: Db, { workspaceId, id }: One): Promise<StoredImport | null> {
  const row = await db.directoryImport.findFirst({ where: { workspaceId, id } });
  return row ? storedImport.parse(row) : null;
}

/** The newest imports of a workspace whose files have arrived. */
export async function listImports(
  db: Db,
  { workspaceId, limit }: Here & { limit: number },
): Promise<StoredImport[]> {
  const rows = await db.directoryImport.findMany({
    where: { workspaceId, state: { not: 'receiving' } },
    orderBy: [{ at: 'desc' }, { number: 'desc' }],
    take: limit,
  });
  return z.array(storedImport).parse(rows);
}

/** What is written of an import when it moves on. */
export type ImportChange = Partial<
  Omit<StoredImport, 'id' | 'number' | 'at' | 'by' | 'byId' | 'plan' | 'files'> & {
    plan: ImportPlan | null;
    files: ImportFile[];
  }
>;

/** Moves an import on from one of the states `from`; false where it is in none of them any more. */
export async function moveImport(
  db: Db,
  { workspaceId, id, from, change }: One & { from: readonly ImportState[]; change: ImportChange },
): Promise<boolean> {
  const { plan, ...data } = change;
  const stored = plan === undefined ? data : { ...data, plan: plan ?? Prisma.DbNull };
  const { count } = await db.directoryImport.updateMany({
    where: { workspaceId, id, state: { in: [...from] } },
    data: stored,
  });
  return count === 1;
}

/** Ends an import that was tried out or applied, unless somebody has asked to cancel it; false where they have. */
export async function endWell(
  db: Db,
  { workspaceId, id, endedAt, plan }: One & { endedAt: Date; plan: ImportPlan },
) {
  const { count } = await db.directoryImport.updateMany({
    where: { workspaceId, id, state: 'running', isCancelling: false },
    data: { state: 'done', endedAt, plan, reason: null },
  });
  return count === 1;
}

/**
 * Begins a try of an import that waits or was interrupted; null where there is nothing to do. One that somebody has
 * asked to cancel is not begun again: it ends as cancelled.
 */
export async function claimImport(
  db: Db,
  { workspaceId, id, now }: One & { now: Date },
): Promise<StoredImport | null> {
  const open = { workspaceId, id, state: { in: ['queued', 'running'] } };
  const { count } = await db.directoryImport.updateMany({
    where: { ...open, isCancelling: false },
    data: { state: 'running', attempts: { increment: 1 }, step: 1 },
  });
  if (count > 0) return findImport(db, { workspaceId, id });
  const ended = await db.directoryImport.updateManyAndReturn({
    where: { ...open, isCancelling: true },
    data: { state: 'cancelled', endedAt: now },
    select: { number: true },
  });
  for (const one of ended) await dropStaged(db, one);
  return null;
}

type Staged = { number: number };

/** Removes the rows of an import that are on their way, and the bytes they came from. */
export async function dropStaged(db: Db, { number }: Staged): Promise<void> {
  await dropRows(db, { number });
  await db.importChunk.deleteMany({ where: { import: number } });
}

/** Removes the rows of an import that are on their way; the bytes they came from stay. */
export async function dropRows(db: Db, { number }: Staged): Promise<void> {
  await db.$executeRaw`delete from "StagedPerson" where "import" = ${number}`;
  await db.$executeRaw`delete from "StagedGroup" where "import" = ${number}`;
  await db.$executeRaw`delete from "StagedMember" where "import" = ${number}`;
}

/** Removes an import whose files did not arrive, with all that did. */
export async function forgetImport(db: Db, { number }: Staged): Promise<void> {
  await dropStaged(db, { number });
  await db.directoryImport.deleteMany({ where: { number } });
}

/** Keeps a piece of a file. */
export async function saveChunk(
  db: Db,
  chunk: { import: number; kind: ImportKind; ordinal: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.importChunk.create({ data: chunk, select: { import: true } });
}

/** The piece of a kept file at a place; null behind the last. */
export async function findChunk(
  db: Db,
  place: { import: number; kind: ImportKind; ordinal: number },
): Promise<Uint8Array | null> {
  const row = await db.importChunk.findUnique({ where: { import_kind_ordinal: place } });
  return row?.bytes ?? null;
}

/** Whether the bytes of an import's files are still kept. */
export const hasChunks = async (db: Db, { number }: Staged): Promise<boolean> =>
  (await db.importChunk.findFirst({ where: { import: number }, select: { import: true } })) !== null;

/**
 * Clears away what no import will use: files that stopped arriving, rows of imports that ended, of such as nobody
 * applied since `before`, and of workspaces that are gone.
 */
export async function clearStaged(db: Db, { before }: { before: Date }): Promise<void> {
  await db.directoryImport.deleteMany({ where: { state: 'receiving', at: { lt: before } } });
  const kept = Prisma.sql`select from "DirectoryImport" i where i."number" = s."import" and (
    i."state" in ('receiving', 'queued', 'running') or (i."state" in ('done', 'failed') and i."at" >= ${before}))`;
  for (const table of ['StagedPerson', 'StagedGroup', 'StagedMember', 'ImportChunk', 'ImportEffect']) {
    await db.$executeRaw`delete from ${Prisma.raw(`"${table}"`)} s where not exists (${kept})`;
  }
}
