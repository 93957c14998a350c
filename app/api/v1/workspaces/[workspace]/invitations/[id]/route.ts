import { revokeInvitation } from '#lib/commands/members/revoke-invitation';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(revokeInvitation);
