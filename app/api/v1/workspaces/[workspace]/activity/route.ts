import { listActivity } from '#lib/queries/activity';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(listActivity);
