import { readImportFile } from '#lib/queries/imports';
import { toCsvRoute } from '#lib/shell/csv-route';

export const GET = toCsvRoute(readImportFile);
