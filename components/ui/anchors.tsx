import type { ReactNode } from 'react';
import Link from 'next/link';
import type { Route } from 'next';

type Anchor = { label: ReactNode; count?: ReactNode } & (
  { place: `#${string}` } | { href: Route; current?: boolean | undefined }
);

/** The parts of a page, or the pages of one thing, in a bar that stays under the top. */
export function Anchors({ label, anchors }: { label: string; anchors: readonly Anchor[] }) {
  return (
    <nav className="anchors" aria-label={label}>
      {anchors.map((anchor) => {
        const count =
          anchor.count === undefined ? null : <span className="anchors-count">{anchor.count}</span>;
        return 'place' in anchor ? (
          <a key={anchor.place} href={anchor.place}>
            {anchor.label} {count}
          </a>
        ) : (
          <Link key={anchor.href} href={anchor.href} aria-current={anchor.current ? 'page' : undefined}>
            {anchor.label} {count}
          </Link>
        );
      })}
    </nav>
  );
}
