'use server';

import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { setInternetAccess } from '#lib/commands/internet-access/set-internet-access';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';
import { policyFromForm } from './policy-from-form';

export const setInternetAccessAction = toAction(setInternetAccess, policyFromForm);
export const acceptRiskAction = toAction(acceptRisk, { endsOn: formOptional, version: formInteger });
export const withdrawAcceptanceAction = toAction(withdrawAcceptance, { version: formInteger });
