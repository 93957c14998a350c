import { setOwner } from '#lib/commands/owners/set-owner';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setOwner);
