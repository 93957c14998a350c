import { Box } from '#components/ui/box';
import type { PanelProps } from '#lib/shell/panel-props';

export function OwnersPanel({ step }: PanelProps) {
  return <Box title="Owners">{step.step.title}</Box>;
}
