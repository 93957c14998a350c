import { readDraftWhatIf } from '#lib/queries/drafts';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDraftWhatIf);
