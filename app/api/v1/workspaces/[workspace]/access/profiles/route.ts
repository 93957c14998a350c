import { readProfiles } from '#lib/queries/profiles';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readProfiles);
