import 'server-only';
import type { Db } from './db';

/** A secret with which a program acts as one member; the secret itself is not kept. */
export type ApiToken = {
  id: string;
  workspaceId: string;
  memberId: string;
  name: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date | null;
};

/** Adds an API token. */
export async function appendApiToken(db: Db, token: ApiToken): Promise<void> {
  await db.apiToken.create({ data: token });
}

/** Notes when a token was used last. */
export async function saveTokenUse(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<void> {
  await db.apiToken.updateMany({ where: { tokenHash }, data: { lastUsedAt: now } });
}
