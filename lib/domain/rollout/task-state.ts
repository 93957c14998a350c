/** Every state a task can be in; the names are API. */
export const taskStates = [
  'todo',
  'in_progress',
  'waiting',
  'blocked',
  'done',
  'stale',
  'not_applicable',
] as const;

export type TaskState = (typeof taskStates)[number];
