import { checkRulesFor } from '#lib/queries/exec-rules';
import { toJsonQuestionRoute } from '#lib/shell/question-route';

export const POST = toJsonQuestionRoute(checkRulesFor);
