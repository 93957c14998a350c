import { changeEnvironment } from '#lib/commands/environments/change-environment';
import { removeEnvironment } from '#lib/commands/environments/remove-environment';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changeEnvironment);
export const DELETE = toRoute(removeEnvironment);
