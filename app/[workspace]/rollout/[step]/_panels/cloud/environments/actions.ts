'use server';

import { addEnvironment } from '#lib/commands/environments/add-environment';
import { changeEnvironment } from '#lib/commands/environments/change-environment';
import { removeEnvironment } from '#lib/commands/environments/remove-environment';
import { formInteger, formList, toAction } from '#lib/shell/server-action';

export const addEnvironmentAction = toAction(addEnvironment, { collaborators: formList });
export const changeEnvironmentAction = toAction(changeEnvironment, {
  collaborators: formList,
  version: formInteger,
});
export const removeEnvironmentAction = toAction(removeEnvironment, { version: formInteger });
