import { signReview } from '#lib/commands/reviews/sign-review';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(signReview);
