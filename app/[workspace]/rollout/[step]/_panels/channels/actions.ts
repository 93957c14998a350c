'use server';

import { setChannel } from '#lib/commands/channels/set-channel';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const setChannelAction = toAction(setChannel, {
  setUpBy: formOptional,
  lastExportOn: formOptional,
  link: formOptional,
  note: formOptional,
  version: formInteger,
});
