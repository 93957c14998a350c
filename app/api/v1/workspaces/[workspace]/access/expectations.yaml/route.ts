import { readExpectationsFile } from '#lib/queries/expectations';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readExpectationsFile, 'application/yaml; charset=utf-8');
