import { createMeasure } from '#lib/commands/measures/create-measure';
import { readMeasures } from '#lib/queries/measures';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readMeasures);
export const POST = toRoute(createMeasure);
