import { recordMeasureValue } from '#lib/commands/measures/record-measure-value';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(recordMeasureValue);
