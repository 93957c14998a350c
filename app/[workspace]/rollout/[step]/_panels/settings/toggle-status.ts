import type { Route } from 'next';
import type { Toggle } from '#lib/domain/rollout/standing';
import type { TaskStatus } from '#lib/domain/rollout/task-status';

/** Where the task of one toggle stands. */
export type ToggleStatus = TaskStatus & { toggle: Toggle };

export const isToggle = (status: TaskStatus): status is ToggleStatus => status.toggle !== null;

export const onOff = (isOn: boolean) => (isOn ? 'On' : 'Off');

/** The step's page with the panel of one toggle open, or, without a key, with none. */
export function toggleHref(base: string, key?: string, confirming = false): Route {
  const query =
    key === undefined ? '' : `?toggle=${encodeURIComponent(key)}${confirming ? '&confirm=yes' : ''}`;
  // safe because `base` is the address of a step's page
  return `${base}${query}` as Route;
}
