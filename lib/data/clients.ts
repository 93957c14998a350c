import 'server-only';
import { z } from 'zod';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { storedClient, type FoundClient, type StoredClient } from '#lib/domain/clients/client';
import { fleet, unknownFleet, type Fleet } from '#lib/domain/clients/fleet';
import type { Db } from './db';

type Here = { workspaceId: string };
type One = Here & { version: string };

const list = z.array(storedClient);

/** The clients of a workspace, in no order. */
export const listClients = async (db: Db, { workspaceId }: Here): Promise<StoredClient[]> =>
  list.parse(await db.codexClient.findMany({ where: { workspaceId } }));

/** A client of a workspace; null where there is none of this version. */
export async function findClient(db: Db, { workspaceId, version }: One): Promise<StoredClient | null> {
  const row = await db.codexClient.findUnique({ where: { workspaceId_version: { workspaceId, version } } });
  return row && storedClient.parse(row);
}

/** Versions of the clients that can be asked. */
export async function listReadyClients(db: Db, { workspaceId }: Here): Promise<string[]> {
  const rows = await db.codexClient.findMany({
    where: { workspaceId, state: 'ready' },
    select: { version: true },
  });
  return rows.map(({ version }) => version);
}

/** Stores a client in the place of what stood under its version. */
export async function saveClient(db: Db, { workspaceId, ...client }: Here & StoredClient): Promise<void> {
  const { version } = client;
  await db.codexClient.upsert({
    where: { workspaceId_version: { workspaceId, version } },
    create: { workspaceId, ...client },
    update: client,
    select: { version: true },
  });
}

/** Begins a try to get a client that waits or was interrupted; null where there is nothing to do. */
export async function claimClient(db: Db, { workspaceId, version }: One): Promise<StoredClient | null> {
  const { count } = await db.codexClient.updateMany({
    where: { workspaceId, version, state: { in: ['queued', 'running'] } },
    data: { state: 'running', attempts: { increment: 1 }, step: 1 },
  });
  return count > 0 ? findClient(db, { workspaceId, version }) : null;
}

type Change = Partial<FoundClient> & Partial<Pick<StoredClient, 'state' | 'step' | 'reason' | 'endedAt'>>;

/** Moves a client on that is on its way; false where it is not any more. */
export async function moveClient(
  db: Db,
  { workspaceId, version, change }: One & { change: Change },
): Promise<boolean> {
  const { count } = await db.codexClient.updateMany({
    where: { workspaceId, version, state: { in: ['queued', 'running'] } },
    data: change,
  });
  return count === 1;
}

/** Removes a client of a workspace. */
export async function removeClientRow(db: Db, { workspaceId, version }: One): Promise<void> {
  await db.codexClient.deleteMany({ where: { workspaceId, version } });
}

/** SHA-256 of every binary that any workspace has a client of. */
export async function listUsedBinaries(db: Db): Promise<string[]> {
  const rows = await db.codexClient.findMany({
    where: { sha256: { not: null } },
    distinct: ['sha256'],
    select: { sha256: true },
  });
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
}

/** The oldest and the newest client of the fleet; both the newest known until somebody said. */
export async function findFleet(db: Db, { workspaceId }: Here): Promise<Fleet> {
  const row = await db.fleetClients.findUnique({ where: { workspaceId } });
  return row ? fleet.parse(row) : unknownFleet(newestClient);
}

/** Stores which clients the fleet runs. */
export async function saveFleet(
  db: Db,
  { workspaceId, ...said }: Here & Fleet & { changedAt: Date; changedBy: string },
): Promise<void> {
  await db.fleetClients.upsert({
    where: { workspaceId },
    create: { workspaceId, ...said },
    update: said,
    select: { version: true },
  });
}
