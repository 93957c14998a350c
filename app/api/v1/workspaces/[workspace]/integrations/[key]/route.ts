import { setIntegration } from '#lib/commands/integrations/set-integration';
import { readIntegration } from '#lib/queries/integrations';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readIntegration);
export const PUT = toRoute(setIntegration);
