'use server';

import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

const version = formInteger;

export const acceptFindingAction = toAction(acceptRisk, { endsOn: formOptional, version });
export const withdrawFindingAction = toAction(withdrawAcceptance, { version });
