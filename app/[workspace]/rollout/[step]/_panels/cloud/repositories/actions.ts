'use server';

import { addRepository } from '#lib/commands/repositories/add-repository';
import { changeRepository } from '#lib/commands/repositories/change-repository';
import { importRepositories } from '#lib/commands/repositories/import-repositories';
import { removeRepository } from '#lib/commands/repositories/remove-repository';
import { formBoolean, formInteger, toAction } from '#lib/shell/server-action';

export const addRepositoryAction = toAction(addRepository);
export const changeRepositoryAction = toAction(changeRepository, { version: formInteger });
export const removeRepositoryAction = toAction(removeRepository, { version: formInteger });
export const importRepositoriesAction = toAction(
  importRepositories,
  { dryRun: formBoolean },
  ({ dryRun }) => dryRun,
);
