import { moveWave } from '#lib/commands/waves/move-wave';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(moveWave);
