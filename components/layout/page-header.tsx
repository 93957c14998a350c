import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon';

type Props = {
  title: string;
  number?: string | number | undefined;
  /** Beside the title: one `Badge`. */
  badge?: ReactNode;
  /** One line of spans and links: progress or state first, then owner, due, source. */
  meta?: ReactNode;
  /** At most two buttons, the primary last. */
  actions?: ReactNode;
  /** Where this page hangs; not on top-level pages. */
  parent?: { href: Route; label: string; here: string } | undefined;
};

/** The first thing of a page: what it is, and how it stands. */
export function PageHeader({ title, number, badge, meta, actions, parent }: Props) {
  return (
    <div className="page-head">
      <div>
        {parent ? <Breadcrumb {...parent} /> : null}
        <div className="page-title">
          {number === undefined ? null : <span className="page-number">{number}</span>}
          <h1>{title}</h1>
          {badge}
        </div>
        {meta ? <div className="page-meta">{meta}</div> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </div>
  );
}

function Breadcrumb({ href, label, here }: { href: Route; label: string; here: string }) {
  return (
    <nav className="crumb" aria-label="Where this page is">
      <Link href={href}>{label}</Link>
      <Icon name="chevron-right" small />
      <span aria-current="page">{here}</span>
    </nav>
  );
}
