import { readFindings } from '#lib/queries/findings';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readFindings);
