import { readReleaseFile } from '#lib/queries/config-versions';
import { toDownloadRoute } from '#lib/shell/file-route';

export const GET = toDownloadRoute(readReleaseFile);
