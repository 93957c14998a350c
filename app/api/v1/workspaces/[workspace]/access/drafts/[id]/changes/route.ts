import { addToDraft } from '#lib/commands/drafts/add-to-draft';
import { maxDraftBytes, toRoute } from '#lib/shell/http-route';

export const POST = toRoute(addToDraft, maxDraftBytes);
