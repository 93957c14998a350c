import type { PanelProps } from '#lib/shell/panel-props';

/** What the address opens beside the work of a step; nothing while it opens nothing. */
export function StepSide(_props: PanelProps) {
  return null;
}
