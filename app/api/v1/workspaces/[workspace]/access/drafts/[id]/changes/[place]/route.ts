import { takeFromDraft } from '#lib/commands/drafts/take-from-draft';
import { toRoute } from '#lib/shell/http-route';

export const DELETE = toRoute(takeFromDraft);
