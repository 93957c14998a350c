import { readWhoCsv } from '#lib/queries/who';
import { toCsvRoute } from '#lib/shell/csv-route';

export const GET = toCsvRoute(readWhoCsv);
