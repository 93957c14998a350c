import { releaseRoute } from '#lib/shell/release-route';

export const GET = releaseRoute;
