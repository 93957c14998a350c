import { changePerson } from '#lib/commands/access/change-person';
import { removePerson } from '#lib/commands/access/remove-person';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changePerson);
export const DELETE = toRoute(removePerson);
