import { setChannel } from '#lib/commands/channels/set-channel';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setChannel);
