import { setDecision } from '#lib/commands/rollout/set-decision';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setDecision);
