import type { SettingsGroup } from '#lib/domain/rollout/step';
import { Box } from '#components/ui/box';
import type { PanelProps } from '#lib/shell/panel-props';

export function SettingsPanel({ step }: PanelProps & { groups: readonly SettingsGroup[] }) {
  return <Box title="Settings">{step.step.title}</Box>;
}
