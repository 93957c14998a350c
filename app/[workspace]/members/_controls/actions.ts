'use server';

import { deactivateMember } from '#lib/commands/members/deactivate-member';
import { inviteMember } from '#lib/commands/members/invite-member';
import { reactivateMember } from '#lib/commands/members/reactivate-member';
import { renewInvitation } from '#lib/commands/members/renew-invitation';
import { revokeInvitation } from '#lib/commands/members/revoke-invitation';
import { setMemberRole } from '#lib/commands/members/set-member-role';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

const optional = { name: formOptional, email: formOptional, endsOn: formOptional };

export const inviteAction = toAction(inviteMember, optional);

export const renewAction = toAction(renewInvitation);

export const revokeAction = toAction(revokeInvitation);

export const setRoleAction = toAction(setMemberRole, { ...optional, version: formInteger });

export const deactivateAction = toAction(deactivateMember, { version: formInteger });

export const reactivateAction = toAction(reactivateMember, { version: formInteger });
