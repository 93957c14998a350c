import 'server-only';
import type { DeliveryToken, OwnToken } from '#lib/domain/api-tokens/api-token';
import type { TokenScope } from '#lib/domain/authorization/can';
import type { Db } from './db';

/** A secret with which a program acts as one member; the secret itself is not kept. */
export type ApiToken = {
  id: string;
  workspaceId: string;
  memberId: string;
  name: string;
  tokenHash: string;
  scope: TokenScope;
  createdAt: Date;
  expiresAt: Date | null;
};

type Whose = { workspaceId: string; memberId: string };

/** Adds an API token. */
export async function appendApiToken(db: Db, token: ApiToken): Promise<void> {
  await db.apiToken.create({ data: token });
}

/** The living API tokens with which programs act as a member in everything, the newest first. */
export async function listMemberTokens(
  db: Db,
  { workspaceId, memberId, now }: Whose & { now: Date },
): Promise<OwnToken[]> {
  return db.apiToken.findMany({
    where: {
      workspaceId,
      memberId,
      scope: 'member',
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  });
}

/** The living delivery tokens of a workspace, the newest first, each with the fetches noted last. */
export async function listDeliveryTokens(
  db: Db,
  { workspaceId, now, fetches }: { workspaceId: string; now: Date; fetches: number },
): Promise<DeliveryToken[]> {
  const rows = await db.apiToken.findMany({
    where: {
      ...{ workspaceId, scope: 'delivery', revokedAt: null },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      // Whose member may no longer enter works no more.
      member: { deactivatedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, memberId: true, name: true, createdAt: true, lastUsedAt: true, expiresAt: true },
      member: { select: { account: { select: { name: true } } } },
      fetches: {
        select: { release: true, file: true, times: true, lastAt: true },
        orderBy: [{ lastAt: 'desc' }, { file: 'asc' }],
        take: fetches,
      },
    },
  });
  return rows.map(({ member, ...token }) => ({ ...token, by: member.account.name }));
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
