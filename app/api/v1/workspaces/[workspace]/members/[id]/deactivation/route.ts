import { deactivateMember } from '#lib/commands/members/deactivate-member';
import { reactivateMember } from '#lib/commands/members/reactivate-member';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(deactivateMember);
export const DELETE = toRoute(reactivateMember);
