'use server';

import { changeReview } from '#lib/commands/reviews/change-review';
import { signReview } from '#lib/commands/reviews/sign-review';
import { formInteger, toAction } from '#lib/shell/server-action';
import { reviewFromForm } from './review-from-form';

export const changeReviewAction = toAction(changeReview, reviewFromForm);

export const signReviewAction = toAction(signReview, { version: formInteger });
