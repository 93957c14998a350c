import type { Route } from 'next';
import { taskAnchor } from '#lib/domain/rollout/task';

/** The checks of a workspace, with the form of one item open below its check. */
export const checkHref = (base: string, taskId: string, item?: string): Route => {
  const query = item === undefined ? '' : `?${new URLSearchParams({ check: taskId, item }).toString()}`;
  // safe because the parts are the step's address, an encoded query and an element's id
  return `${base}${query}#${taskAnchor(taskId)}` as Route;
};
