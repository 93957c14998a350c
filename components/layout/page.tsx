import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names';

type Props = {
  /** A `Panel`; where there is no room beside the work it lies over it, at 390 it is the page. */
  panel?: ReactNode;
  /** Under the top bar at 390, while no panel is open: a running timer. */
  strip?: ReactNode;
  /** As wide as the window: editors and wide tables. */
  fluid?: boolean | undefined;
  children: ReactNode;
};

/** The work of one address inside the frame. */
export function Page({ panel, strip, fluid, children }: Props) {
  return (
    <div className="page">
      {strip ? (
        <aside className="strip" aria-label="Time left">
          {strip}
        </aside>
      ) : null}
      <main id="main" tabIndex={-1}>
        <div className={classNames(!fluid && 'measure', 'grid grid-cols-1 gap-5')}>{children}</div>
      </main>
      {panel}
    </div>
  );
}
