import 'server-only';
import { z } from 'zod';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import type { FactsPart } from './facts-part';

/** The customer's workspace as this installation knows it. */
export type Workspace = { id: string; slug: string; name: string; timeZone: string };

/** The zone a workspace's days are days in. */
export const timeZonePart: FactsPart<string> = {
  sql: Prisma.sql`(select "timeZone" from "Workspace" where "id" = w.id)`,
  row: z.string(),
};

/** How many workspaces this installation holds. */
export async function countWorkspaces(db: Db): Promise<number> {
  return db.workspace.count();
}

/** Adds a workspace. The slug must be free. */
export async function appendWorkspace(db: Db, workspace: Workspace & { createdAt: Date }): Promise<void> {
  await db.workspace.create({ data: workspace });
}

/** The workspace of an id, or null. */
export async function findWorkspace(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Workspace | null> {
  return db.workspace.findUnique({
    where: { id: workspaceId },
    select: { id: true, slug: true, name: true, timeZone: true },
  });
}

/** The IANA name of a workspace's time zone. */
export async function findZone(db: Db, { workspaceId }: { workspaceId: string }): Promise<string> {
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  return timeZone;
}
