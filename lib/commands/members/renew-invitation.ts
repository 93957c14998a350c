import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { newSecret } from '#lib/commands/sign-in/new-secret';
import { findInvitation, saveInvitationLink } from '#lib/data/invitations';
import { secretHash } from '#lib/data/secret-hash';
import { findZone } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import { isOver } from '#lib/domain/members/access-end';
import { invitationEnd, invitePath, newLinkView, toInvitationView } from '#lib/domain/members/invitation';
import { err, ok } from '#lib/domain/result';
import { settled } from './settled-invitation';

const accessOver = {
  code: 'invitation_ended',
  message: 'The last day of access is over. Revoke this invitation and make a new one.',
} as const;

/**
 * Gives an invitation a new link for another seven days; the link it had ends.
 *
 * `link_used` once somebody joined by it, `invitation_ended` once it was revoked, and once the last day of
 * the access it would give is over.
 */
export const renewInvitation = defineCommand({
  capability: 'members.write',
  input: z.strictObject({ id: z.uuid() }),
  output: newLinkView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now } = ctx;
    const at = { zone: await findZone(tx, { workspaceId }), now };
    const invitation = await findInvitation(tx, { workspaceId, invitationId: id });
    if (!invitation) return err({ code: 'not_found', message: 'There is no such invitation.' });
    const refused = settled(invitation, now);
    if (refused) return err(refused);
    if (isOver(invitation.endsAt, now)) return err(accessOver);

    const secret = newSecret();
    const expiresAt = invitationEnd(now, invitation.endsAt);
    await saveInvitationLink(tx, {
      workspaceId,
      invitationId: id,
      tokenHash: secretHash(secret),
      expiresAt,
    });
    const before = toInvitationView(invitation, at);
    const after = toInvitationView({ ...invitation, expiresAt }, at);
    return ok(
      changed(
        { ...after, path: invitePath(secret) },
        { action: 'invitation.renewed', subject: `invitation:${id}`, before, after },
      ),
    );
  },
});
