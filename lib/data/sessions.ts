import 'server-only';
import type { Db } from './db';

/** One signed-in browser. */
export type Session = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
};

/** Opens a session. `tokenHash` is the SHA-256 of the secret in the cookie. */
export async function appendSession(
  db: Db,
  session: Session & { accountId: string; tokenHash: string },
): Promise<void> {
  await db.session.create({ data: session });
}

/** The living sessions of an account, the one used last first. */
export async function listSessions(
  db: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Session[]> {
  return db.session.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastUsedAt: 'desc' },
    select: { id: true, userAgent: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  });
}

/** Ends one session of an account; says whether there was one to end. */
export async function saveRevokedSession(
  db: Db,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, accountId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0;
}

/** Ends the sessions of an account but one; gives how many there were to end. */
export async function saveOtherSessionsRevoked(
  db: Db,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now }, id: { not: sessionId } },
    data: { revokedAt: now },
  });
  return count;
}

/** Ends every session of an account. */
export async function saveAllSessionsRevoked(
  db: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  await db.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
}

/** Ends the session behind a secret, if there is one. */
export async function saveSessionRevokedBySecret(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<void> {
  await db.session.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: now } });
}

/** Notes when a session was used last. */
export async function saveSessionUse(
  db: Db,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId }, data: { lastUsedAt: now } });
}
