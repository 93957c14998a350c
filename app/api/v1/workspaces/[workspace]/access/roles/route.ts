import { createRole } from '#lib/commands/access/create-role';
import { readRoles } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readRoles);
export const POST = toRoute(createRole);
