import { makeVersion } from '#lib/commands/config-versions/make-version';
import { readVersions } from '#lib/queries/config-versions';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readVersions);
export const POST = toRoute(makeVersion);
