import 'server-only';
import { findAccount } from '#lib/data/accounts';
import { db } from '#lib/data/db';
import { secretHash } from '#lib/data/secret-hash';
import { listMemberships } from '#lib/data/members';
import { findLivingLink } from '#lib/data/one-time-links';
import { countWorkspaces } from '#lib/data/workspaces';

/** Until when the set-up link behind `secret` works; null once it was used or has ended. */
export async function findSetupLink(secret: string, now: Date): Promise<{ expiresAt: Date } | null> {
  const link = await findLivingLink(db, { tokenHash: secretHash(secret), kind: 'setup', now });
  return link && { expiresAt: link.expiresAt };
}

/** Whose recovery link this is, and the workspace whose log will hold its use; null once it has ended. */
export async function findRecoverLink(
  secret: string,
  now: Date,
): Promise<{ email: string; workspaceId: string; expiresAt: Date } | null> {
  const link = await findLivingLink(db, { tokenHash: secretHash(secret), kind: 'recover', now });
  if (!link?.accountId) return null;
  const account = await findAccount(db, { accountId: link.accountId });
  const [membership] = await listMemberships(db, { accountId: link.accountId, now });
  if (!account || !membership) return null;
  return { email: account.email, workspaceId: membership.workspace.id, expiresAt: link.expiresAt };
}

/** Whether this installation has its first workspace. */
export async function isSetUp(): Promise<boolean> {
  return (await countWorkspaces(db)) > 0;
}
