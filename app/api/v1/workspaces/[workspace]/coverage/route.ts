import { readCoverage } from '#lib/queries/coverage';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readCoverage);
