import { setConfigKey } from '#lib/commands/config-texts/set-config-key';
import { readConfigKeys } from '#lib/queries/config-keys';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readConfigKeys);
export const PUT = toRoute(setConfigKey);
