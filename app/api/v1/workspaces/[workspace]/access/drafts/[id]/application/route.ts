import { applyDraft } from '#lib/commands/drafts/apply-draft';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(applyDraft);
