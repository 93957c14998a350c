import { readDraftFile } from '#lib/queries/drafts';
import { toCsvRoute } from '#lib/shell/csv-route';

export const GET = toCsvRoute(readDraftFile);
