import { readDrift } from '#lib/queries/egress';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDrift);
