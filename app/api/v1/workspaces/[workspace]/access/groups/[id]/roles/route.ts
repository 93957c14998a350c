import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { readGroupRoles } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readGroupRoles);
export const PUT = toRoute(setGroupRoles);
