import { inviteMember } from '#lib/commands/members/invite-member';
import { readInvitations } from '#lib/queries/members';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readInvitations);
export const POST = toRoute(inviteMember);
