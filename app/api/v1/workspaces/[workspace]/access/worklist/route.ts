import { readWorklist } from '#lib/queries/worklist';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readWorklist);
