import { readPersonAccess } from '#lib/queries/people';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readPersonAccess);
