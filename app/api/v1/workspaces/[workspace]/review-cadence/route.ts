import { setCadence } from '#lib/commands/reviews/set-cadence';
import { readCadence } from '#lib/queries/governance';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readCadence);
export const PUT = toRoute(setCadence);
