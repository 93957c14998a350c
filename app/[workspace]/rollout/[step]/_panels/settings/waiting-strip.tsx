import Link from 'next/link';
import type { PanelProps } from '#lib/shell/panel-props';
import { isToggle, toggleHref } from './toggle-status';
import { viewerOf } from './viewer';
import { WaitingTimer } from './waiting-timer';

/** The running timer of a step's toggles, for where the panel has no room; null while none runs. */
export async function waitingStrip(props: PanelProps) {
  const waiting = props.step.tasks.filter(isToggle).find(({ state }) => state === 'waiting');
  if (!waiting) return null;
  const viewer = await viewerOf(props);
  return (
    <>
      <Link className="alone font-medium" href={toggleHref(viewer.base, waiting.toggle.setting.key)}>
        {waiting.task.title}
      </Link>
      <WaitingTimer status={waiting} viewer={viewer} />
    </>
  );
}
