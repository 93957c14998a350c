'use server';

import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { setInternetAccess } from '#lib/commands/internet-access/set-internet-access';
import { formInteger, formList, formOptional, toAction } from '#lib/shell/server-action';

export const setInternetAccessAction = toAction(setInternetAccess, {
  domains: formList,
  version: formInteger,
});
export const acceptRiskAction = toAction(acceptRisk, { endsOn: formOptional, version: formInteger });
export const withdrawAcceptanceAction = toAction(withdrawAcceptance, { version: formInteger });
