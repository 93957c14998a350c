'use server';

import { confirmAllSteps } from '#lib/commands/console/confirm-all-steps';
import { confirmStep } from '#lib/commands/console/confirm-step';
import { takeBackConfirmation } from '#lib/commands/console/take-back-confirmation';
import { formInteger, formNumber, toAction } from '#lib/shell/server-action';

export const confirmStepAction = toAction(confirmStep, { version: formInteger });

export const confirmAllAction = toAction(confirmAllSteps, { version: formInteger, steps: formNumber });

export const takeBackAction = toAction(takeBackConfirmation, { version: formInteger });
