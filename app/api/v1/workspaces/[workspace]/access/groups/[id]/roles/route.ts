import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setGroupRoles);
