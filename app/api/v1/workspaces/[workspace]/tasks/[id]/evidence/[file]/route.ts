import { readEvidence } from '#lib/queries/evidence';
import { toDownloadRoute } from '#lib/shell/file-route';

export const GET = toDownloadRoute(readEvidence);
