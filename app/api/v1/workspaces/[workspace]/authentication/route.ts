import { reviewAuthentication } from '#lib/commands/authentication/review-authentication';
import { readAuthentication } from '#lib/queries/authentication';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readAuthentication);
export const PUT = toRoute(reviewAuthentication);
