import { setMemberRole } from '#lib/commands/members/set-member-role';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setMemberRole);
