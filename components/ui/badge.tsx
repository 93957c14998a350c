import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Props = {
  tone?: 'progress' | 'done' | 'waiting' | 'stale' | 'blocked' | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

/** A state of a whole thing beside its name: Draft, Settled. Never for plain text. */
export function Badge({ tone, icon, children }: Props) {
  return (
    <span className="badge" data-tone={tone}>
      {icon ? <Icon name={icon} small /> : null}
      {children}
    </span>
  );
}
