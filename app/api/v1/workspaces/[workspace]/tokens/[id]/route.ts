import { revokeApiToken } from '#lib/commands/api-tokens/revoke-api-token';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(revokeApiToken);
