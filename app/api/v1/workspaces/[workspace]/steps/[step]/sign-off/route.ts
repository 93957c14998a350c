import { signStep } from '#lib/commands/steps/sign-step';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(signStep);
