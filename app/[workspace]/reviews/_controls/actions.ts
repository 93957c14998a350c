'use server';

import { beginReview } from '#lib/commands/reviews/begin-review';
import { discardReview } from '#lib/commands/reviews/discard-review';
import { formInteger, toAction } from '#lib/shell/server-action';

export const beginReviewAction = toAction(beginReview);

export const discardReviewAction = toAction(discardReview, { number: formInteger, version: formInteger });
