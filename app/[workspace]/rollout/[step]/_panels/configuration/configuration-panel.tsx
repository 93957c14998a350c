import { Box } from '#components/ui/box';
import type { PanelProps } from '#lib/shell/panel-props';

export function ConfigurationPanel({ step }: PanelProps) {
  return <Box title="Configuration">{step.step.title}</Box>;
}
