import { beginReview } from '#lib/commands/reviews/begin-review';
import { readReviews } from '#lib/queries/reviews';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readReviews);
export const POST = toRoute(beginReview);
