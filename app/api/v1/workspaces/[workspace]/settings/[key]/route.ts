import { setSetting } from '#lib/commands/settings/set-setting';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setSetting);
