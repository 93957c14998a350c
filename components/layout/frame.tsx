import type { ReactNode } from 'react';
import { ToastPlace } from '#components/ui/toast';
import { Rail, type RailGroup } from './rail';
import { SkipLink } from './skip-link';

type Props = {
  /** A `TopBar`. */
  top: ReactNode;
  groups: readonly RailGroup[];
  /** A `Page`. */
  children: ReactNode;
};

/** What stays while pages change: top bar, rail, and where toasts appear. */
export function Frame({ top, groups, children }: Props) {
  return (
    <>
      <SkipLink />
      {top}
      <div className="frame">
        <Rail groups={groups} />
        {children}
      </div>
      <ToastPlace />
    </>
  );
}
