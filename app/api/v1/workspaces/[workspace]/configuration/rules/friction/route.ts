import { compareFriction, readFriction } from '#lib/queries/exec-rules';
import { toQueryRoute } from '#lib/shell/http-route';
import { toJsonQuestionRoute } from '#lib/shell/question-route';

export const GET = toQueryRoute(readFriction);
export const POST = toJsonQuestionRoute(compareFriction);
