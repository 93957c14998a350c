import { readOwners } from '#lib/queries/owners';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readOwners);
