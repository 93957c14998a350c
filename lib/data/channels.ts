import 'server-only';
import { z } from 'zod';
import {
  channelKeys,
  channelStates,
  neverRecorded,
  type Channel,
  type ChannelKey,
} from '#lib/domain/channels/channel';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';
import { asDate, storedDay } from './stored-day';

/** A channel as stored; instants and days may come as text, out of JSON. */
const channelRow = z
  .object({
    key: z.enum(channelKeys),
    state: z.enum(channelStates),
    setUpBy: z.string().nullable(),
    lastExportOn: storedDay.nullable(),
    link: z.string().nullable(),
    note: z.string().nullable(),
    changedBy: z.string(),
    changedAt: z.coerce.date(),
    version: z.number(),
  })
  .transform(({ changedBy: by, changedAt: at, ...channel }): Channel => ({ ...channel, by, at }));

/** Every governance channel somebody recorded. */
export const channelsPart = listPart(
  Prisma.sql`select * from "GovernanceChannel" where "workspaceId" = w.id order by "key"`,
  z.array(channelRow),
);

/** A governance channel of a workspace; one that was never recorded has version 0. */
export async function findChannel(
  db: Db,
  { workspaceId, key }: { workspaceId: string; key: ChannelKey },
): Promise<Channel> {
  const row = await db.governanceChannel.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
  return row ? channelRow.parse(row) : neverRecorded(key);
}

/** Every governance channel of a workspace, in the guide's order. */
export async function listChannels(db: Db, { workspaceId }: { workspaceId: string }): Promise<Channel[]> {
  const rows = z.array(channelRow).parse(await db.governanceChannel.findMany({ where: { workspaceId } }));
  return channelKeys.map((key) => rows.find((row) => row.key === key) ?? neverRecorded(key));
}

/** Stores how a channel stands in the place of what was recorded before. */
export async function saveChannel(
  db: Db,
  { workspaceId, ...channel }: Channel & { workspaceId: string; by: string; at: Date },
): Promise<void> {
  const { key, by: changedBy, at: changedAt, lastExportOn, ...rest } = channel;
  const row = { ...rest, lastExportOn: asDate(lastExportOn), changedBy, changedAt };
  await db.governanceChannel.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { workspaceId, key, ...row },
    update: row,
  });
}
