import { changeReview } from '#lib/commands/reviews/change-review';
import { discardReview } from '#lib/commands/reviews/discard-review';
import { readReview } from '#lib/queries/reviews';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readReview);
export const PUT = toRoute(changeReview);
export const DELETE = toRoute(discardReview);
