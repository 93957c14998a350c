import { cancelImport } from '#lib/commands/imports/cancel-import';
import { readImport } from '#lib/queries/imports';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readImport);
export const DELETE = toRoute(cancelImport);
