import type { PanelProps } from '#lib/shell/panel-props';
import { ToggleSide } from './settings/toggle-side';
import { waitingStrip } from './settings/waiting-strip';

const hasToggles = ({ step }: PanelProps) => step.step.panels.some(({ kind }) => kind === 'settings');

/** What the address opens beside the work of a step; nothing while it opens nothing. */
export function StepSide(props: PanelProps) {
  const { toggle } = props.search;
  if (toggle === undefined || !hasToggles(props)) return null;
  return <ToggleSide {...props} toggleKey={String(toggle)} />;
}

/** What must stay in sight on a narrow screen while the panel is closed: a running timer. */
export const stepStrip = (props: PanelProps) => (hasToggles(props) ? waitingStrip(props) : null);
