import { readRejectedCsv } from '#lib/queries/imports';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readRejectedCsv, 'text/csv; charset=utf-8');
