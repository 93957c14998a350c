'use server';

import { setReportingOwner } from '#lib/commands/reporting-owners/set-reporting-owner';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const setReportingOwnerAction = toAction(setReportingOwner, {
  memberId: formOptional,
  name: formOptional,
  email: formOptional,
  version: formInteger,
});
