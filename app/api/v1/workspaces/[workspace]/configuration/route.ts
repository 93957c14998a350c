import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { readConfiguration } from '#lib/queries/configuration';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readConfiguration);
export const PUT = toRoute(setConfiguration);
