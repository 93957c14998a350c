import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(confirmSetting);
