'use server';

import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { formInteger, formLines, toAction } from '#lib/shell/server-action';

export const setLoginRestrictionAction = toAction(setLoginRestriction, {
  workspaces: formLines,
  version: formInteger,
});
