import { readInstructions } from '#lib/queries/instructions';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readInstructions);
