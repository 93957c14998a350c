import { Box } from '#components/ui/box';
import type { PanelProps } from '#lib/shell/panel-props';

export function TasksPanel({ step }: PanelProps & { taskIds: readonly string[] }) {
  return <Box title="Tasks">{step.step.title}</Box>;
}
