import { changeRepository } from '#lib/commands/repositories/change-repository';
import { removeRepository } from '#lib/commands/repositories/remove-repository';
import { readRepository } from '#lib/queries/repositories';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readRepository);
export const PUT = toRoute(changeRepository);
export const DELETE = toRoute(removeRepository);
