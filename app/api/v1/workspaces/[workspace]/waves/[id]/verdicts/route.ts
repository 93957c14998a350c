import { decideWave } from '#lib/commands/waves/decide-wave';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(decideWave);
