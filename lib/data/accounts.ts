import 'server-only';
import type { Db } from './db';

/** How a person signs in here. */
export type Account = { id: string; email: string; name: string; passwordHash: string | null };

const fields = { id: true, email: true, name: true, passwordHash: true } as const;

/** The account of an e-mail address (lower case), or null. */
export async function findAccountByEmail(db: Db, { email }: { email: string }): Promise<Account | null> {
  return db.account.findUnique({ where: { email }, select: fields });
}

/** The account of an id, or null. */
export async function findAccount(db: Db, { accountId }: { accountId: string }): Promise<Account | null> {
  return db.account.findUnique({ where: { id: accountId }, select: fields });
}

/** Adds an account. The e-mail address must be free. */
export async function appendAccount(db: Db, account: Account & { createdAt: Date }): Promise<void> {
  await db.account.create({ data: account });
}

/** Stores another password hash. */
export async function savePasswordHash(
  db: Db,
  { accountId, passwordHash }: { accountId: string; passwordHash: string },
): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { passwordHash } });
}
