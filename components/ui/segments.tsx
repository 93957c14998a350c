import type { Route } from 'next';
import Link from 'next/link';

export type Segment = { label: string; href: Route; current: boolean };

/** One of a few lists of the same thing, chosen by the address. */
export function Segments({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav className="segments" aria-label={label}>
      <ul>
        {segments.map((segment) => (
          <li key={segment.href}>
            <Link href={segment.href} aria-current={segment.current ? 'page' : undefined} scroll={false}>
              {segment.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
