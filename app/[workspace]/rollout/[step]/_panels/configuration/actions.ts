'use server';

import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { configurationFromForm } from '#lib/domain/config/configuration-from-form';
import { formInteger, toAction } from '#lib/shell/server-action';

export const takePresetAction = toAction(setConfiguration, { version: formInteger });
export const setConfigurationAction = toAction(setConfiguration, configurationFromForm);
