import { readReportCsv } from '#lib/queries/report';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readReportCsv, 'text/csv; charset=utf-8');
