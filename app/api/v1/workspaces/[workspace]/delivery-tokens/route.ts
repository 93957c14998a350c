import { createDeliveryToken } from '#lib/commands/api-tokens/create-delivery-token';
import { readDeliveryTokens } from '#lib/queries/delivery-tokens';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDeliveryTokens);
export const POST = toRoute(createDeliveryToken);
