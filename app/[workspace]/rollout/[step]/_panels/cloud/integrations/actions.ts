'use server';

import { setIntegration } from '#lib/commands/integrations/set-integration';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const setIntegrationAction = toAction(setIntegration, {
  owner: formOptional,
  link: formOptional,
  note: formOptional,
  version: formInteger,
});
