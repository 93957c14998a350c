import { readDraftFile, readDraftWhatIf } from '#lib/queries/drafts';
import { toListRoute } from '#lib/shell/csv-route';

export const GET = toListRoute(readDraftWhatIf, readDraftFile);
