import { removeExample } from '#lib/commands/example/remove-example';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(removeExample);
