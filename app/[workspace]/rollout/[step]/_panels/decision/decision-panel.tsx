import { Box } from '#components/ui/box';
import type { PanelProps } from '#lib/shell/panel-props';

export function DecisionPanel({ step }: PanelProps) {
  return <Box title="Decision">{step.step.title}</Box>;
}
