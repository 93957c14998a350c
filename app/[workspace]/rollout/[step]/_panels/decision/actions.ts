'use server';

import { setDecision } from '#lib/commands/rollout/set-decision';
import { formInteger, toAction } from '#lib/shell/server-action';

export const setDecisionAction = toAction(setDecision, { version: formInteger });
