import { readReport } from '#lib/queries/report';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readReport);
