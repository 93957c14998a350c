import { takeBase } from '#lib/commands/drafts/take-base';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(takeBase);
