import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type NoteTone = 'info' | 'stale' | 'blocked' | 'done' | 'waiting';

const icons: Readonly<Record<NoteTone, IconName>> = {
  info: 'info',
  stale: 'history',
  blocked: 'circle-x',
  done: 'circle-check',
  waiting: 'hourglass',
};

type Props = {
  tone?: NoteTone | undefined;
  icon?: IconName | undefined;
  /** What is so, in one sentence with its full stop. */
  title: ReactNode;
  /** What follows from it, and what can be done. */
  children?: ReactNode;
  /** Right of the words: one link or small button. */
  action?: ReactNode;
  /** Tells at once: only for what appears in answer to a press. */
  alert?: boolean | undefined;
};

/** A sentence that stands above the work because it changes how to read it. */
export function Note({ tone = 'info', icon = icons[tone], title, children, action, alert }: Props) {
  return (
    <div className="note" data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className="note-words">
        <strong>{title}</strong> {children}
      </div>
      {action}
    </div>
  );
}
