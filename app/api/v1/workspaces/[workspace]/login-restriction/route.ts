import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { readLoginRestriction } from '#lib/queries/login-restriction';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readLoginRestriction);
export const PUT = toRoute(setLoginRestriction);
