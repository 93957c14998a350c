import { whatIfFile } from '#lib/queries/what-if';
import { toQuestionFileRoute } from '#lib/shell/what-if-route';

export const POST = toQuestionFileRoute(whatIfFile);
