import { readImports } from '#lib/queries/imports';
import { protect } from '#lib/shell/file-route';
import { toQueryRoute } from '#lib/shell/http-route';
import { importRoute } from '#lib/shell/import-route';

export const GET = protect(toQueryRoute(readImports));
export const POST = importRoute;
