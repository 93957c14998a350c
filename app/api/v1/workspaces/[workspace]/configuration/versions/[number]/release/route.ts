import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(releaseVersion);
