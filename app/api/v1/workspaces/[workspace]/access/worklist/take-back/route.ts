import { takeBackConfirmation } from '#lib/commands/console/take-back-confirmation';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(takeBackConfirmation);
