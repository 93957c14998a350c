import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names';
import { ThemeToggle } from '#components/ui/theme-toggle';
import { Mark } from './mark';
import { SkipLink } from './skip-link';

type Props = {
  version: string;
  /** Right of the work: what to know before one goes on. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Pages before one is signed in: first run and sign-in. */
export function BareFrame({ version, aside, children }: Props) {
  return (
    <>
      <SkipLink />
      <header className="top">
        <span className="top-name">
          <Mark />
          Slipway
        </span>
        <div className="top-end">
          <span className="meta max-mid:hidden mr-2">Version {version} on this server</span>
          <ThemeToggle />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classNames('bare', !aside && 'bare-narrow')}>
        <div className={aside ? 'bare-columns' : undefined}>
          <div>{children}</div>
          {aside ? <aside className="pt-1.5">{aside}</aside> : null}
        </div>
      </main>
    </>
  );
}
