import { invitationStanding, type Invitation } from '#lib/domain/members/invitation';

/** Why an invitation can neither be revoked nor given another link any more; null while it can. */
export function settled(
  invitation: Invitation,
  now: Date,
): { code: 'link_used' | 'invitation_ended'; message: string } | null {
  const standing = invitationStanding(invitation, now);
  if (standing === 'used') return { code: 'link_used', message: 'Somebody has joined by this link already.' };
  if (standing === 'revoked') {
    return { code: 'invitation_ended', message: 'This invitation was revoked already.' };
  }
  return null;
}
