import { readMachines, readMachinesCsv } from '#lib/queries/coverage';
import { toListRoute } from '#lib/shell/csv-route';

export const GET = toListRoute(readMachines, readMachinesCsv);
