import { readWho, readWhoCsv } from '#lib/queries/who';
import { toListRoute } from '#lib/shell/csv-route';

export const GET = toListRoute(readWho, readWhoCsv);
