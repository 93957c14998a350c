import { renewInvitation } from '#lib/commands/members/renew-invitation';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(renewInvitation);
