import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { newSecret } from '#lib/commands/sign-in/new-secret';
import { appendInvitation } from '#lib/data/invitations';
import { findMemberByEmail } from '#lib/data/member-records';
import { secretHash } from '#lib/data/secret-hash';
import { findZone } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import {
  invitationEnd,
  invitationFields,
  invitePath,
  newLinkView,
  toInvitationView,
} from '#lib/domain/members/invitation';
import { accessEnd } from '#lib/domain/members/member';
import { err, ok } from '#lib/domain/result';

/**
 * Makes a link by which one person becomes a member with an app role: it works once, for seven days and no
 * longer than the access it gives, until it is revoked. The link is given this once; only its hash is kept.
 *
 * `already_member` where the address is that of a member, also of a deactivated one.
 */
export const inviteMember = defineCommand({
  capability: 'members.write',
  input: z.strictObject(invitationFields),
  output: newLinkView,
  async run({ ctx, tx, input: { appRole, name, email, endsOn } }) {
    const { workspaceId, now } = ctx;
    const at = { zone: await findZone(tx, { workspaceId }), now };
    const end = accessEnd({ appRole, endsOn }, at);
    if (!end.ok) return end;
    const known = email && (await findMemberByEmail(tx, { workspaceId, email: email.toLowerCase() }));
    if (known) {
      const message = known.deactivatedAt
        ? `${known.name} was a member with this address. Give access back instead.`
        : `${known.name} is a member with this address.`;
      return err({ code: 'already_member', message });
    }
    const secret = newSecret();
    const invitation = {
      id: randomUUID(),
      ...{ appRole, name, email, endsAt: end.value },
      createdAt: now,
      createdBy: ctx.actor.name,
      expiresAt: invitationEnd(now, end.value),
      usedAt: null,
      revokedAt: null,
    };
    await appendInvitation(tx, { ...invitation, workspaceId, tokenHash: secretHash(secret) });
    const after = toInvitationView(invitation, at);
    return ok(
      changed(
        { ...after, path: invitePath(secret) },
        { action: 'invitation.made', subject: `invitation:${invitation.id}`, before: null, after },
      ),
    );
  },
});
