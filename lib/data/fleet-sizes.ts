import 'server-only';
import { fleetSizeView, unknownFleet, type FleetSizeView } from '#lib/domain/receipts/fleet-size';
import type { Db } from './db';

/** How many machines there are by somebody's word; version 0 until somebody said. */
export async function findFleetSize(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<FleetSizeView> {
  const row = await db.fleetSize.findUnique({ where: { workspaceId } });
  return row ? fleetSizeView.parse(row) : unknownFleet;
}

/** Stores how many machines there are, in the place of what was said before. */
export async function saveFleetSize(
  db: Db,
  { workspaceId, ...size }: FleetSizeView & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  await db.fleetSize.upsert({ where: { workspaceId }, create: { workspaceId, ...size }, update: size });
}
