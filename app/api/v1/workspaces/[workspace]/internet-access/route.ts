import { setInternetAccess } from '#lib/commands/internet-access/set-internet-access';
import { readInternetAccess } from '#lib/queries/internet-access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readInternetAccess);
export const PUT = toRoute(setInternetAccess);
