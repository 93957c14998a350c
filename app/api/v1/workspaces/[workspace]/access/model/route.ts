import { setResolutionModel } from '#lib/commands/access/set-resolution-model';
import { readResolutionModel } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readResolutionModel);
export const PUT = toRoute(setResolutionModel);
