import 'server-only';
import { z } from 'zod';
import { labelChoice, type LabelChoice } from '#lib/domain/rollout/label-era';
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

/** Whose labels of the vendor stand first in a workspace. */
export const labelsPart: FactsPart<LabelChoice> = {
  sql: Prisma.sql`(
    select json_build_object('era', "labels", 'version', "labelsVersion") from "Workspace" where "id" = w.id)`,
  row: labelChoice,
};

/** Stores whose labels stand first. */
export async function saveLabels(
  db: Db,
  { workspaceId, era, version }: LabelChoice & { workspaceId: string },
): Promise<void> {
  await db.workspace.update({ where: { id: workspaceId }, data: { labels: era, labelsVersion: version } });
}

/** How many workspaces this installation holds, the example among them. */
export async function countWorkspaces(db: Db): Promise<number> {
  return db.workspace.count();
}

/** How many workspaces of its own this installation holds: all but the example. */
export async function countOwnWorkspaces(db: Db): Promise<number> {
  return db.workspace.count({ where: { isExample: false } });
}

/** The id of the example; null where there is none. */
export async function findExampleId(db: Db): Promise<string | null> {
  const row = await db.workspace.findFirst({ where: { isExample: true }, select: { id: true } });
  return row?.id ?? null;
}

/** Adds the example, empty. */
export async function appendExample(db: Db, example: Workspace & { createdAt: Date }): Promise<void> {
  await db.workspace.create({ data: { ...example, isExample: true } });
}

/** Removes the example whole, its record included. The database refuses any other workspace. */
export async function removeExampleWorkspace(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<void> {
  await db.$queryRaw`select remove_example_workspace(${workspaceId}::uuid)::text`;
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
