import { changeGroup } from '#lib/commands/access/change-group';
import { removeGroup } from '#lib/commands/access/remove-group';
import { readGroup } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readGroup);
export const PUT = toRoute(changeGroup);
export const DELETE = toRoute(removeGroup);
