import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import { readDefaults } from '#lib/queries/access';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDefaults);
export const PUT = toRoute(setWorkspaceDefaults);
