import { setFleet } from '#lib/commands/clients/set-fleet';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setFleet);
