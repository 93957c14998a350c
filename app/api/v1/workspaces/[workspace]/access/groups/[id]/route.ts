import { changeGroup } from '#lib/commands/access/change-group';
import { removeGroup } from '#lib/commands/access/remove-group';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changeGroup);
export const DELETE = toRoute(removeGroup);
