import { readMachinesCsv } from '#lib/queries/coverage';
import { toCsvRoute } from '#lib/shell/csv-route';

export const GET = toCsvRoute(readMachinesCsv);
