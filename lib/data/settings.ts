import 'server-only';
import { z } from 'zod';
import { neverWritten, type Confirmation, type Setting } from '#lib/domain/settings/setting';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** What is wanted of a toggle, as stored; instants may come as text, out of JSON. */
const wishRow = z.object({
  key: z.string(),
  wanted: z.boolean(),
  version: z.number(),
  wantedAt: z.coerce.date(),
  wantedBy: z.string(),
});

/** What somebody saw a toggle stand at, as stored. */
const confirmationRow = z.object({
  key: z.string(),
  state: z.enum(['on', 'off']),
  note: z.string().nullable(),
  link: z.string().nullable(),
  restsOn: z.boolean(),
  at: z.coerce.date(),
  by: z.string(),
});

/** What is wanted of each toggle. */
export const wishesPart = listPart(
  Prisma.sql`select * from "WorkspaceSetting" where "workspaceId" = w.id`,
  z.array(wishRow),
);

/** The latest confirmation of each toggle. */
export const confirmationsPart = listPart(
  Prisma.sql`
    select distinct on ("key") "key", "state", "note", "link", "restsOn", "at", "by"
    from "SettingConfirmation" where "workspaceId" = w.id order by "key", "id" desc`,
  z.array(confirmationRow),
);

/** Every toggle of a workspace that was ever written or confirmed, by key, each with its latest confirmation. */
export async function listSettings(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Map<string, Setting>> {
  const [wishes, confirmations] = await Promise.all([
    db.workspaceSetting.findMany({ where: { workspaceId } }),
    listLatestConfirmations(db, { workspaceId }),
  ]);

  return toSettings(z.array(wishRow).parse(wishes), confirmations);
}

/** Toggles by key, each wish with the latest confirmation of its toggle. */
export function toSettings(
  wishes: readonly z.output<typeof wishRow>[],
  confirmations: readonly z.output<typeof confirmationRow>[],
): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const wish of wishes) settings.set(wish.key, { ...wish, confirmation: null });
  for (const { key, ...confirmation } of confirmations) {
    settings.set(key, { ...(settings.get(key) ?? neverWritten(key)), confirmation });
  }
  return settings;
}

async function listLatestConfirmations(db: Db, { workspaceId }: { workspaceId: string }) {
  const rows: unknown = await db.$queryRaw`
    select distinct on ("key") "key", "state", "note", "link", "restsOn", "at", "by"
    from "SettingConfirmation" where "workspaceId" = ${workspaceId}::uuid order by "key", "id" desc`;
  return z.array(confirmationRow).parse(rows);
}

/** Stores the wish for a toggle. */
export async function saveWish(
  db: Db,
  wish: {
    workspaceId: string;
    key: string;
    wanted: boolean;
    version: number;
    wantedAt: Date;
    wantedBy: string;
  },
): Promise<void> {
  const { workspaceId, key, ...rest } = wish;
  await db.workspaceSetting.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: wish,
    update: rest,
  });
}

/** Adds what somebody saw a toggle stand at; earlier confirmations stay. */
export async function appendConfirmation(
  db: Db,
  confirmation: Confirmation & { workspaceId: string; key: string },
): Promise<void> {
  await db.settingConfirmation.create({ data: confirmation });
}
