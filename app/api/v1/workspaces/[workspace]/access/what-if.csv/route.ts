import { whatIfFile } from '#lib/queries/what-if';
import { toQuestionCsvRoute } from '#lib/shell/question-route';

export const POST = toQuestionCsvRoute(whatIfFile);
