import { readChecks } from '#lib/queries/checks';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readChecks);
