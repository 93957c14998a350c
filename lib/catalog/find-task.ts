import type { TaskDefinition } from '#lib/domain/rollout/task';
import { steps } from './steps';

const byId: ReadonlyMap<string, TaskDefinition> = new Map(
  steps.flatMap((step) => step.tasks).map((task) => [task.id, task]),
);

/** Ids of every task of the guide. */
export const taskIds = [...byId.keys()] as [string, ...string[]]; // safe because the guide has tasks

/** The task of an id; undefined for one the guide does not know. */
export const findTask = (taskId: string): TaskDefinition | undefined => byId.get(taskId);
