import { setLabels } from '#lib/commands/workspaces/set-labels';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setLabels);
