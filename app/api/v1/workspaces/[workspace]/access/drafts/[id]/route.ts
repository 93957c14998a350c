import { discardDraft } from '#lib/commands/drafts/discard-draft';
import { renameDraft } from '#lib/commands/drafts/rename-draft';
import { readDraft } from '#lib/queries/drafts';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDraft);
export const PUT = toRoute(renameDraft);
export const DELETE = toRoute(discardDraft);
