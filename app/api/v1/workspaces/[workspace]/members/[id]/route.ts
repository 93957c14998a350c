import { readMember } from '#lib/queries/members';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readMember);
