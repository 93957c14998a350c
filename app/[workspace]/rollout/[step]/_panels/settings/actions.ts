'use server';

import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { formBoolean, formInteger, toAction } from '#lib/shell/server-action';

export const setSettingAction = toAction(setSetting, { wanted: formBoolean, version: formInteger });
export const confirmSettingAction = toAction(confirmSetting);
