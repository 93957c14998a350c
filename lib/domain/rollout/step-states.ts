import type { StepProgress } from './progress';
import type { TaskState } from './task-state';

const order = ['blocked', 'stale', 'waiting', 'in_progress', 'todo'] as const satisfies readonly TaskState[];

/** How many tasks of a step are in a state. */
export type StateCount = { state: TaskState; count: number };

/**
 * What a step's tile says of it: the two states of its open tasks that need somebody most, with how many
 * tasks are in them; or that the step is done, or not part of the rollout.
 */
export function stepStates({ tasks, applicable, complete }: StepProgress): StateCount[] {
  if (applicable === 0) return [{ state: 'not_applicable', count: tasks.length }];
  if (complete) return [{ state: 'done', count: applicable }];
  return order
    .map((state) => ({ state, count: tasks.filter((task) => task.state === state).length }))
    .filter(({ count }) => count > 0)
    .slice(0, 2);
}
