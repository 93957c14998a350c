import { whatIf, whatIfFile } from '#lib/queries/what-if';
import { toQuestionOrFileRoute } from '#lib/shell/what-if-route';

export const POST = toQuestionOrFileRoute(whatIf, whatIfFile);
