import { changeConfigPolicy } from '#lib/commands/config-policies/change-config-policy';
import { removeConfigPolicy } from '#lib/commands/config-policies/remove-config-policy';
import { readConfigPolicy } from '#lib/queries/config-policies';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readConfigPolicy);
export const PUT = toRoute(changeConfigPolicy);
export const DELETE = toRoute(removeConfigPolicy);
