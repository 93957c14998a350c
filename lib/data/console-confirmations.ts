import 'server-only';
import { z } from 'zod';
import { consoleUndo, type ConsoleUndo } from '#lib/domain/console/console-undo';
import type { Confirmation } from '#lib/domain/console/worklist-view';
import type { Db } from './db';

type Here = { workspaceId: string };

/** Confirmations that are kept; older ones are in the audit log alone. */
const kept = 200;

const confirmationRow = z.object({
  version: z.number(),
  words: z.string(),
  steps: z.number(),
  open: z.number(),
  confirmedAt: z.date(),
  confirmedBy: z.string(),
});

/** The newest confirmations of console work, the newest first. */
export async function listConfirmations(db: Db, { workspaceId }: Here): Promise<Confirmation[]> {
  const rows = await db.consoleConfirmation.findMany({
    where: { workspaceId },
    omit: { undo: true },
    orderBy: { version: 'desc' },
    take: kept,
  });
  return z.array(confirmationRow).parse(rows);
}

/** The newest confirmation with what takes it back; null where none is kept. */
export async function findNewestConfirmation(
  db: Db,
  { workspaceId }: Here,
): Promise<(Confirmation & { undo: ConsoleUndo }) | null> {
  const row = await db.consoleConfirmation.findFirst({
    where: { workspaceId },
    orderBy: { version: 'desc' },
  });
  return row && confirmationRow.extend({ undo: consoleUndo }).parse(row);
}

/** Adds a confirmation; those that are too many go. */
export async function addConfirmation(
  db: Db,
  { workspaceId, ...data }: Here & Confirmation & { undo: ConsoleUndo },
): Promise<void> {
  await db.consoleConfirmation.create({ data: { workspaceId, ...data } });
  const oldest = await db.consoleConfirmation.findFirst({
    where: { workspaceId },
    orderBy: { version: 'desc' },
    skip: kept,
  });
  if (!oldest) return;
  await db.consoleConfirmation.deleteMany({ where: { workspaceId, version: { lte: oldest.version } } });
}

/** Removes a confirmation that was taken back. */
export async function removeConfirmation(
  db: Db,
  { workspaceId, version }: Here & { version: number },
): Promise<void> {
  await db.consoleConfirmation.deleteMany({ where: { workspaceId, version } });
}
