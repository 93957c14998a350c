import { readRelease } from '#lib/queries/releases';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readRelease);
