import 'server-only';
import { z } from 'zod';
import type { Db } from './db';

const kind = z.enum(['setup', 'recover']);

/** What a link that works once is for. */
export type LinkKind = z.infer<typeof kind>;

/** A link that works once, without its secret. */
export type OneTimeLink = { id: string; kind: LinkKind; accountId: string | null; expiresAt: Date };

/** Adds a link. `tokenHash` is the SHA-256 of the secret in its address. */
export async function appendOneTimeLink(
  db: Db,
  link: OneTimeLink & { tokenHash: string; createdAt: Date },
): Promise<void> {
  await db.oneTimeLink.create({ data: link });
}

/** The link behind a secret, while it still works. */
export async function findLivingLink(
  db: Db,
  { tokenHash, kind: wanted, now }: { tokenHash: string; kind: LinkKind; now: Date },
): Promise<OneTimeLink | null> {
  const row = await db.oneTimeLink.findFirst({
    where: { tokenHash, kind: wanted, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, kind: true, accountId: true, expiresAt: true },
  });
  return row && { ...row, kind: kind.parse(row.kind) };
}

/** Uses up every link of an account that still works. */
export async function saveAccountLinksUsed(
  db: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  await db.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
}

/** Uses a link up; says whether it was still there to be used. Of two who try at once, one succeeds. */
export async function saveLinkUsed(db: Db, { linkId, now }: { linkId: string; now: Date }): Promise<boolean> {
  const { count } = await db.oneTimeLink.updateMany({
    where: { id: linkId, usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}
