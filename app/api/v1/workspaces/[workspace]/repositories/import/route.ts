import { importRepositories } from '#lib/commands/repositories/import-repositories';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(importRepositories);
