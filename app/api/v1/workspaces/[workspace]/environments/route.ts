import { addEnvironment } from '#lib/commands/environments/add-environment';
import { readEnvironments } from '#lib/queries/environments';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readEnvironments);
export const POST = toRoute(addEnvironment);
