import { changeRole } from '#lib/commands/access/change-role';
import { removeRole } from '#lib/commands/access/remove-role';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changeRole);
export const DELETE = toRoute(removeRole);
