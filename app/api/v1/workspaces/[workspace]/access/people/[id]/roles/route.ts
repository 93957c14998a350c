import { setDirectRoles } from '#lib/commands/access/set-direct-roles';
import { readDirectRoles } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDirectRoles);
export const PUT = toRoute(setDirectRoles);
