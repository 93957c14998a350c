import { readConfigLayers } from '#lib/queries/config-layers';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readConfigLayers);
