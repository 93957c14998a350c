import 'server-only';
import { z } from 'zod';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';
import { askPrepared } from './prepared';

type Here = { workspaceId: string };

const stampRow = z.object({ rules: z.number(), people: z.number() });

/** How often what resolution follows from was written; the same numbers stand for the same content. */
export type DirectoryStamp = z.output<typeof stampRow>;

/** Nothing was ever written. */
const unwritten: DirectoryStamp = { rules: 0, people: 0 };

/** The stamp as part of the one statement that reads a rollout. */
export const stampPart = onePart(
  Prisma.sql`select "rules", "people" from "DirectoryStamp" where "workspaceId" = w.id`,
  stampRow.nullable().transform((row) => row ?? unwritten),
);

/** How often roles, groups and people were written. */
export async function findStamp(db: Db, { workspaceId }: Here): Promise<DirectoryStamp> {
  const rows = await askPrepared(
    db,
    'directory-stamp',
    Prisma.sql`select "rules", "people" from "DirectoryStamp" where "workspaceId" = ${workspaceId}::uuid`,
  );
  return z.array(stampRow).parse(rows)[0] ?? unwritten;
}

/**
 * Numbers of the people that writes after `from` and up to `to` were about; null where that may be anybody, or
 * is no longer known.
 */
export async function listChangedPersons(
  db: Db,
  { workspaceId, from, to }: Here & { from: number; to: number },
): Promise<number[] | null> {
  const rows = await db.directoryChange.findMany({
    where: { workspaceId, people: { gt: from, lte: to } },
    select: { persons: true },
  });
  if (rows.length !== to - from || rows.some(({ persons }) => persons.length === 0)) return null;
  return [...new Set(rows.flatMap(({ persons }) => persons))];
}
