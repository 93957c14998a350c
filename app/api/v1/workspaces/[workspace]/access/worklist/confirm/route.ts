import { confirmStep } from '#lib/commands/console/confirm-step';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(confirmStep);
