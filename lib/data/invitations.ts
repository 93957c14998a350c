import 'server-only';
import { z } from 'zod';
import { appRoles } from '#lib/domain/authorization/can';
import type { Invitation } from '#lib/domain/members/invitation';
import type { Db } from './db';
import type { Workspace } from './workspaces';

const appRole = z.enum(appRoles);

const fields = {
  id: true,
  appRole: true,
  name: true,
  email: true,
  endsAt: true,
  createdAt: true,
  createdBy: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
} as const;

const toInvitation = (row: Omit<Invitation, 'appRole'> & { appRole: string }): Invitation => ({
  ...row,
  appRole: appRole.parse(row.appRole),
});

/** Adds an invitation. `tokenHash` is the SHA-256 of the secret in its link. */
export async function appendInvitation(
  db: Db,
  invitation: Invitation & { workspaceId: string; tokenHash: string },
): Promise<void> {
  await db.invitation.create({ data: invitation });
}

/** One invitation of a workspace, in whatever state; null where there is none. */
export async function findInvitation(
  db: Db,
  { workspaceId, invitationId }: { workspaceId: string; invitationId: string },
): Promise<Invitation | null> {
  const row = await db.invitation.findFirst({ where: { id: invitationId, workspaceId }, select: fields });
  return row && toInvitation(row);
}

/** The invitation behind a secret, with the workspace it leads into; null for a secret that was never made. */
export async function findInvitationBySecret(
  db: Db,
  { tokenHash }: { tokenHash: string },
): Promise<{ invitation: Invitation; workspace: Workspace } | null> {
  const row = await db.invitation.findUnique({
    where: { tokenHash },
    select: { ...fields, workspaceId: true },
  });
  if (!row) return null;
  const { workspaceId, ...invitation } = row;
  const workspace = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: { id: true, slug: true, name: true, timeZone: true },
  });
  return workspace && { invitation: toInvitation(invitation), workspace };
}

/** The invitations nobody used and nobody revoked, also those whose link has ended; the newest first. */
export async function listOpenInvitations(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: { workspaceId, usedAt: null, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: fields,
  });
  return rows.map(toInvitation);
}

const untouched = { usedAt: null, revokedAt: null } as const;

/** Uses an invitation up; says whether it was still there to be used. Of two who try at once, one succeeds. */
export async function saveInvitationUsed(
  db: Db,
  { invitationId, memberId, now }: { invitationId: string; memberId: string; now: Date },
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id: invitationId, ...untouched, expiresAt: { gt: now } },
    data: { usedAt: now, usedBy: memberId },
  });
  return count > 0;
}

/** Revokes an invitation that nobody used or revoked. */
export async function saveInvitationRevoked(
  db: Db,
  { workspaceId, invitationId, now }: { workspaceId: string; invitationId: string; now: Date },
): Promise<void> {
  await db.invitation.updateMany({
    where: { id: invitationId, workspaceId, ...untouched },
    data: { revokedAt: now },
  });
}

/** Gives an invitation that nobody used or revoked another link in place of the one it had. */
export async function saveInvitationLink(
  db: Db,
  link: { workspaceId: string; invitationId: string; tokenHash: string; expiresAt: Date },
): Promise<void> {
  const { workspaceId, invitationId, tokenHash, expiresAt } = link;
  await db.invitation.updateMany({
    where: { id: invitationId, workspaceId, ...untouched },
    data: { tokenHash, expiresAt },
  });
}
