import { setAllowList } from '#lib/commands/egress/set-allow-list';
import { readAllowListNow } from '#lib/queries/egress';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

// 50,000 ranges in quotes.
const maxBytes = 2 * 1024 * 1024;

export const GET = toQueryRoute(readAllowListNow);
export const PUT = toRoute(setAllowList, maxBytes);
