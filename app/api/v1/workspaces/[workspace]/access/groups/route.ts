import { createGroup } from '#lib/commands/access/create-group';
import { readGroups } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readGroups);
export const POST = toRoute(createGroup);
