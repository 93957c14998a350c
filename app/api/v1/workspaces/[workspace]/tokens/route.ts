import { createApiToken } from '#lib/commands/api-tokens/create-api-token';
import { readOwnTokens } from '#lib/queries/api-tokens';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readOwnTokens);
export const POST = toRoute(createApiToken);
