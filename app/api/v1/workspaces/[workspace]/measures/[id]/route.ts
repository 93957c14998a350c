import { changeMeasure } from '#lib/commands/measures/change-measure';
import { retireMeasure } from '#lib/commands/measures/retire-measure';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(changeMeasure);
export const DELETE = toRoute(retireMeasure);
