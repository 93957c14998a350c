import { setFleetSize } from '#lib/commands/receipts/set-fleet-size';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setFleetSize);
