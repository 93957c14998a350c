import { changeWave } from '#lib/commands/waves/change-wave';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changeWave);
