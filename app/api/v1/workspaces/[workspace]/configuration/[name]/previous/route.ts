import { putBackConfigText } from '#lib/commands/config-texts/put-back-config-text';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(putBackConfigText);
