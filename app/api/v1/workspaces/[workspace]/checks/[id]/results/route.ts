import { recordCheck } from '#lib/commands/validation/record-check';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(recordCheck);
