import { readMachines } from '#lib/queries/coverage';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readMachines);
