'use server';

import { setOwner } from '#lib/commands/owners/set-owner';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const setOwnerAction = toAction(setOwner, {
  name: formOptional,
  email: formOptional,
  standInName: formOptional,
  standInEmail: formOptional,
  memberId: formOptional,
  version: formInteger,
});
