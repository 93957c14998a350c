import type { ReactNode } from 'react';

/** Rows with a hairline between them. */
export function List({ children, ordered }: { children: ReactNode; ordered?: boolean | undefined }) {
  return ordered ? <ol className="list">{children}</ol> : <ul className="list">{children}</ul>;
}

type RowProps = {
  /** Icon or avatar. */
  lead?: ReactNode;
  /** What it is, mostly a link. */
  children: ReactNode;
  second?: ReactNode;
  /** Who, when, how many. */
  meta?: ReactNode;
  action?: ReactNode;
};

export function ListRow({ lead, children, second, meta, action }: RowProps) {
  return (
    <li>
      {lead}
      <span className="list-main">
        {children}
        {second ? <span className="list-second">{second}</span> : null}
      </span>
      {meta ? <span className="list-meta">{meta}</span> : null}
      {action}
    </li>
  );
}

/** Steps to follow, numbered. */
export function NumberedList({ children }: { children: ReactNode }) {
  return <ol className="numbered">{children}</ol>;
}
