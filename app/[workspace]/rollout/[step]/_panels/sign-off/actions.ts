'use server';

import { signStep } from '#lib/commands/steps/sign-step';
import { withdrawSignOff } from '#lib/commands/steps/withdraw-sign-off';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const signStepAction = toAction(signStep, { note: formOptional, version: formInteger });
export const withdrawSignOffAction = toAction(withdrawSignOff, { version: formInteger });
