import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findInvitation, saveInvitationRevoked } from '#lib/data/invitations';
import { findZone } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import { invitationView, toInvitationView } from '#lib/domain/members/invitation';
import { err, ok } from '#lib/domain/result';
import { settled } from './settled-invitation';

/**
 * Ends an invitation's link before anybody uses it.
 *
 * `link_used` once somebody joined by it, `invitation_ended` once it was revoked.
 */
export const revokeInvitation = defineCommand({
  capability: 'members.write',
  input: z.strictObject({ id: z.uuid() }),
  output: invitationView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now } = ctx;
    const invitation = await findInvitation(tx, { workspaceId, invitationId: id });
    if (!invitation) return err({ code: 'not_found', message: 'There is no such invitation.' });
    const refused = settled(invitation, now);
    if (refused) return err(refused);

    await saveInvitationRevoked(tx, { workspaceId, invitationId: id, now });
    const at = { zone: await findZone(tx, { workspaceId }), now };
    const before = toInvitationView(invitation, at);
    const after = toInvitationView({ ...invitation, revokedAt: now }, at);
    return ok(changed(after, { action: 'invitation.revoked', subject: `invitation:${id}`, before, after }));
  },
});
