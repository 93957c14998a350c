import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Tab = {
  label: ReactNode;
  href: Route;
  current: boolean;
  /** Before the label: the icon of a state. */
  lead?: ReactNode;
  id?: string | undefined;
};

/** One of several views of the same thing, chosen by the address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href} id={tab.id}>
            <Link href={tab.href} aria-current={tab.current ? 'page' : undefined} scroll={false}>
              {tab.lead}
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
