import { createDraft } from '#lib/commands/drafts/create-draft';
import { readDrafts } from '#lib/queries/drafts';
import { maxDraftBytes, toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDrafts);
export const POST = toRoute(createDraft, maxDraftBytes);
