'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  href: Route;
  exact?: boolean | undefined;
  /** Another address whose pages belong here. */
  covers?: Route | undefined;
  title: string;
  children: ReactNode;
};

function closeMenu(event: MouseEvent<HTMLElement>) {
  const menu = event.currentTarget.closest<HTMLElement>('[popover]');
  if (menu?.matches(':popover-open')) menu.hidePopover();
}

/** A place of the rail that knows whether one is there. */
export function RailLink({ href, exact, covers, title, children }: Props) {
  const path = usePathname();
  const isUnder = (place: Route) => path === place || path.startsWith(`${place}/`);
  const here = path === href || (!exact && isUnder(href)) || (covers !== undefined && isUnder(covers));
  return (
    <Link
      href={href}
      className="rail-link"
      title={title}
      aria-current={here ? 'page' : undefined}
      prefetch={false}
      onClick={closeMenu}
    >
      {children}
    </Link>
  );
}
