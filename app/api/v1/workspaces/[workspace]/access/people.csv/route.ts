import { readPeopleCsv } from '#lib/queries/people-file';
import { toCsvRoute } from '#lib/shell/csv-route';

export const GET = toCsvRoute(readPeopleCsv);
