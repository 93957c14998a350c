import { readChannels } from '#lib/queries/governance';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readChannels);
