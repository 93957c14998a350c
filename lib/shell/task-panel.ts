import type { Route } from 'next';
import { steps } from '#lib/catalog/steps';

/**
 * The page of a task's step with the panel of that task open beside it: its word, its proof files. A toggle
 * opens its own panel. `confirming` opens the form too.
 */
export function taskPanel(slug: string, taskId: string, confirming = false): Route {
  const step = steps.find(({ tasks }) => tasks.some(({ id }) => id === taskId));
  const task = step?.tasks.find(({ id }) => id === taskId);
  const open =
    task?.decidedBy.kind === 'setting'
      ? `toggle=${encodeURIComponent(task.decidedBy.key)}`
      : `task=${encodeURIComponent(taskId)}`;
  const path = `/${slug}/rollout/${step?.slug ?? ''}?${open}${confirming ? '&confirm=yes' : ''}`;
  // safe because it is the address of a step's page
  return path as Route;
}
