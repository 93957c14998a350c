import { readImportSample } from '#lib/queries/imports';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readImportSample, 'text/csv; charset=utf-8');
