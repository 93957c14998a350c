import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ThemeToggle } from '#components/ui/theme-toggle';
import { Mark } from './mark';
import { MenuButton } from './menu-button';
import { WorkspaceSwitcher, type WorkspaceLink } from './workspace-switcher';

type Props = {
  /** Where the mark leads. */
  home: Route;
  workspaceName: string;
  /** Every workspace of the reader; with more than one the name opens the way to the others. */
  workspaces?: readonly WorkspaceLink[] | undefined;
  /** An `AccountMenu`. */
  account?: ReactNode;
};

/** Whose workspace this is, and what holds on every page. */
export function TopBar({ home, workspaceName, workspaces = [], account }: Props) {
  return (
    <header className="top">
      <MenuButton target="rail" />
      <div className="top-name">
        <Link href={home} aria-label="Slipway, overview" prefetch={false}>
          <Mark />
        </Link>
        {workspaces.length > 1 ? (
          <WorkspaceSwitcher here={home} name={workspaceName} workspaces={workspaces} />
        ) : (
          <span className="top-workspace" title={workspaceName}>
            {workspaceName}
          </span>
        )}
      </div>
      <div className="top-end">
        <ThemeToggle />
        {account}
      </div>
    </header>
  );
}
