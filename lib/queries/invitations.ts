import 'server-only';
import { db } from '#lib/data/db';
import { findInvitationBySecret } from '#lib/data/invitations';
import { secretHash } from '#lib/data/secret-hash';
import type { Workspace } from '#lib/data/workspaces';
import { toInvitationView, type InvitationView } from '#lib/domain/members/invitation';

/**
 * The invitation behind a link's secret and the workspace it leads into; null for a secret that was never made.
 *
 * Asked before there is a context, so no capability is held yet: holding the secret is what lets one ask.
 */
export async function findInvitation(
  secret: string,
  now: Date,
): Promise<{ invitation: InvitationView; workspace: Workspace } | null> {
  const found = await findInvitationBySecret(db, { tokenHash: secretHash(secret) });
  if (!found) return null;
  const { invitation, workspace } = found;
  return { invitation: toInvitationView(invitation, { zone: workspace.timeZone, now }), workspace };
}
