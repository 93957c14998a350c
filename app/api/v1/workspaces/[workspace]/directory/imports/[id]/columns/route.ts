import { mapColumns } from '#lib/commands/imports/map-columns';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(mapColumns);
