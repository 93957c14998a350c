import { readMembers } from '#lib/queries/members';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readMembers);
