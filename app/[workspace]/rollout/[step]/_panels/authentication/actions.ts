'use server';

import { reviewAuthentication } from '#lib/commands/authentication/review-authentication';
import { toAction } from '#lib/shell/server-action';
import { reviewFromForm } from './review-from-form';

export const reviewAuthenticationAction = toAction(reviewAuthentication, reviewFromForm);
