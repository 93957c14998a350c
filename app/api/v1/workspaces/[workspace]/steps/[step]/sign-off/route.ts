import { signStep } from '#lib/commands/steps/sign-step';
import { withdrawSignOff } from '#lib/commands/steps/withdraw-sign-off';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(signStep);
export const DELETE = toRoute(withdrawSignOff);
