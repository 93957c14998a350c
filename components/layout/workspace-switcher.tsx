import type { Route } from 'next';
import Link from 'next/link';
import { Icon } from '#components/ui/icon';

export type WorkspaceLink = { href: Route; name: string };

type Props = { here: Route; name: string; workspaces: readonly WorkspaceLink[] };

/** The name of the workspace, which opens the list of all that the reader may enter. The browser opens and closes it. */
export function WorkspaceSwitcher({ here, name, workspaces }: Props) {
  return (
    <>
      <button
        type="button"
        className="btn btn-quiet min-w-0"
        popoverTarget="workspaces"
        aria-label={`${name}, other workspaces`}
        title={name}
      >
        <span className="top-workspace">{name}</span>
        <Icon name="chevrons-up-down" small />
      </button>
      <nav className="menu menu-start" id="workspaces" popover="auto" aria-label="Your workspaces">
        {workspaces.map((workspace) => (
          <Link
            key={workspace.href}
            href={workspace.href}
            prefetch={false}
            className="btn btn-quiet btn-full wrap-anywhere"
            aria-current={workspace.href === here ? 'true' : undefined}
          >
            {workspace.name}
            {workspace.href === here ? <Icon name="check" small label="this one" /> : null}
          </Link>
        ))}
      </nav>
    </>
  );
}
