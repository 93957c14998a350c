import { changePerson } from '#lib/commands/access/change-person';
import { removePerson } from '#lib/commands/access/remove-person';
import { readPersonAccess } from '#lib/queries/people';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readPersonAccess);
export const PUT = toRoute(changePerson);
export const DELETE = toRoute(removePerson);
