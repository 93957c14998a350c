import { createConfigPolicy } from '#lib/commands/config-policies/create-config-policy';
import { readConfigPolicies } from '#lib/queries/config-policies';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readConfigPolicies);
export const POST = toRoute(createConfigPolicy);
