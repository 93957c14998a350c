import { readWantedAllowList } from '#lib/queries/egress';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readWantedAllowList, 'text/plain; charset=utf-8');
