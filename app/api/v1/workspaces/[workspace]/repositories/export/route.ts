import { readRepositoriesFile } from '#lib/queries/repositories';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readRepositoriesFile, 'text/csv; charset=utf-8');
