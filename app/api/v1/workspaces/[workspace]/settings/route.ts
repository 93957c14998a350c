import { readSettings } from '#lib/queries/settings';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readSettings);
