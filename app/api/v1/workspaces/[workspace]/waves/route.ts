import { planWave } from '#lib/commands/waves/plan-wave';
import { readWaves } from '#lib/queries/waves';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readWaves);
export const POST = toRoute(planWave);
