import { taskAnchor } from '#lib/domain/rollout/task';
import { steps } from './steps';

/**
 * The place of a task in a workspace: the page of its step, the row on it, and for a toggle the panel beside
 * the row. A task the guide does not know leads to the workspace's overview.
 */
export function taskPath(workspaceSlug: string, taskId: string): string {
  for (const { slug, tasks } of steps) {
    const task = tasks.find(({ id }) => id === taskId);
    if (!task) continue;
    const panel = task.decidedBy.kind === 'setting' ? `?toggle=${task.decidedBy.key}` : '';
    return `/${workspaceSlug}/rollout/${slug}${panel}#${taskAnchor(taskId)}`;
  }
  return `/${workspaceSlug}`;
}
