import { describeRollout } from '#lib/queries/rollout';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(describeRollout);
