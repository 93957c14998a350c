import type { Route } from 'next';
import { useId, type ReactNode } from 'react';
import { PanelClose } from './panel-close';

type Props = {
  /** Small, above the title: a number or what it is about. */
  kicker?: ReactNode;
  title: string;
  /** The same page without the panel. */
  closeHref: Route;
  /** First part, under the title. */
  lead?: ReactNode;
  /** Further parts, each a `PanelPart`. */
  children?: ReactNode;
};

/** One thing of the page, close up. It is open because the address says so. */
export function Panel({ kicker, title, closeHref, lead, children }: Props) {
  const titleId = useId();
  return (
    <aside className="panel" aria-labelledby={titleId}>
      <section className="panel-part">
        <div className="panel-head">
          <span className="meta">{kicker}</span>
          <PanelClose href={closeHref} />
        </div>
        <h2 id={titleId} className="mt-0.5">
          {title}
        </h2>
        {lead ? <div className="mt-3">{lead}</div> : null}
      </section>
      {children}
    </aside>
  );
}

type PartProps = { title?: string | undefined; id?: string | undefined; children: ReactNode };

export function PanelPart({ title, id, children }: PartProps) {
  return (
    <section className="panel-part" id={id}>
      {title ? <h3>{title}</h3> : null}
      {children}
    </section>
  );
}
