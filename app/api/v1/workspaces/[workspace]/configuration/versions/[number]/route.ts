import { readVersion } from '#lib/queries/config-versions';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readVersion);
