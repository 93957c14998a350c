import { revokeDeliveryToken } from '#lib/commands/api-tokens/revoke-delivery-token';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(revokeDeliveryToken);
