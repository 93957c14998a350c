import { removeClient } from '#lib/commands/clients/remove-client';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(removeClient);
