import { whatIf, whatIfFile } from '#lib/queries/what-if';
import { toQuestionRoute } from '#lib/shell/question-route';

export const POST = toQuestionRoute(whatIf, whatIfFile);
