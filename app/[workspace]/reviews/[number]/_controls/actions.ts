'use server';

import { changeReview } from '#lib/commands/reviews/change-review';
import { signReview } from '#lib/commands/reviews/sign-review';
import { byPress, toAction } from '#lib/shell/server-action';
import { reviewFromForm, signatureFromForm } from './review-from-form';

/** Saves the draft, or signs it with all that stands in the form. */
export const writeReviewAction = byPress(toAction(changeReview, reviewFromForm), {
  sign: toAction(signReview, signatureFromForm),
});
