import { changeRole } from '#lib/commands/access/change-role';
import { removeRole } from '#lib/commands/access/remove-role';
import { readRole } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readRole);
export const PUT = toRoute(changeRole);
export const DELETE = toRoute(removeRole);
