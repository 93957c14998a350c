import { requestEgressRead } from '#lib/commands/egress/request-egress-read';
import { setEgressFetch } from '#lib/commands/egress/set-egress-fetch';
import { readEgressFetch } from '#lib/queries/egress';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readEgressFetch);
export const PUT = toRoute(setEgressFetch);
export const POST = toRoute(requestEgressRead);
