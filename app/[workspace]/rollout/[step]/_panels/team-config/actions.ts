'use server';

import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { formInteger, formJson, formOptional, toAction } from '#lib/shell/server-action';

export const setTeamConfigAction = toAction(setTeamConfig, {
  skills: formJson,
  replaces: formOptional,
  version: formInteger,
});
