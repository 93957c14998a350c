import { readDraftFile } from '#lib/queries/drafts';
import { toRowsRoute } from '#lib/shell/what-if-route';

export const GET = toRowsRoute(readDraftFile);
