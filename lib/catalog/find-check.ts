import type { CheckDefinition } from '#lib/domain/validation/check-definition';
import { validationTasks } from './tasks-validation';

const byTask: ReadonlyMap<string, CheckDefinition> = new Map(
  validationTasks.flatMap(({ id, decidedBy }) =>
    decidedBy.kind === 'check' ? [[id, decidedBy.check] as const] : [],
  ),
);

/** Ids of the tasks that a check decides. */
export const checkTaskIds = [...byTask.keys()] as [string, ...string[]]; // safe because Step 6 has checks

/** The check that decides a task; undefined for a task that none decides. */
export const findCheck = (taskId: string): CheckDefinition | undefined => byTask.get(taskId);
