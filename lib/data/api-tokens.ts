import 'server-only';
import type { OwnToken } from '#lib/domain/api-tokens/api-token';
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

type Whose = { workspaceId: string; memberId: string };

/** Adds an API token. */
export async function appendApiToken(db: Db, token: ApiToken): Promise<void> {
  await db.apiToken.create({ data: token });
}

/** The living API tokens of a member, the newest first. */
export async function listMemberTokens(
  db: Db,
  { workspaceId, memberId, now }: Whose & { now: Date },
): Promise<OwnToken[]> {
  return db.apiToken.findMany({
    where: {
      workspaceId,
      memberId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  });
}

/** Ends API tokens of a member at `now`: one, or all where none is named. */
export async function saveTokensRevoked(
  db: Db,
  { workspaceId, memberId, tokenId, now }: Whose & { tokenId?: string; now: Date },
): Promise<void> {
  await db.apiToken.updateMany({
    where: { workspaceId, memberId, revokedAt: null, ...(tokenId === undefined ? {} : { id: tokenId }) },
    data: { revokedAt: now },
  });
}

/** Notes when a token was used last. */
export async function saveTokenUse(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<void> {
  await db.apiToken.updateMany({ where: { tokenHash }, data: { lastUsedAt: now } });
}
