import { addRepository } from '#lib/commands/repositories/add-repository';
import { readRepositories } from '#lib/queries/repositories';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readRepositories);
export const POST = toRoute(addRepository);
