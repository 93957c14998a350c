import { confirmAllSteps } from '#lib/commands/console/confirm-all-steps';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(confirmAllSteps);
