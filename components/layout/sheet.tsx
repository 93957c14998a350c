import type { ReactNode } from 'react';
import { Mark } from './mark';

type Props = {
  title: string;
  /** Under the title: of when it is, and whose. */ meta: string;
  lede: ReactNode;
  foot: ReactNode;
  children: ReactNode;
};

/** One sheet of paper: it prints on one page of A4. Parts are `SheetPart`s. */
export function Sheet({ title, meta, lede, foot, children }: Props) {
  return (
    <article className="sheet" aria-label={title}>
      <header className="sheet-head">
        <div className="min-w-0">
          <h2 className="sheet-title sheet-line">{title}</h2>
          <p className="text-text-2">{meta}</p>
        </div>
        <span className="flex items-center gap-2 text-text-2">
          <Mark />
          <strong>Slipway</strong>
        </span>
      </header>
      <p className="sheet-lede sheet-lines">{lede}</p>
      {children}
      <footer className="sheet-foot">{foot}</footer>
    </article>
  );
}

/** A part of a sheet under its own rule. */
export function SheetPart({
  title,
  meta,
  children,
}: {
  title: string;
  meta?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sheet-part">
      <div className="sheet-part-head">
        <h3>{title}</h3>
        {meta ? <span className="meta">{meta}</span> : null}
      </div>
      {children}
    </section>
  );
}

/** Parts side by side; one under the other on a narrow screen. */
export function SheetTwo({ children }: { children: ReactNode }) {
  return <div className="sheet-two">{children}</div>;
}

/** What does not fit on the page, by its number. */
export function SheetMore({ count }: { count: number }) {
  return count > 0 ? <p className="sheet-more">{`and ${count} more in the record`}</p> : null;
}

type SheetColumn = {
  /** Of a hundred. */
  width: number;
  /** Of a column that is left out where there is little room, that of its cells. */
  className?: string;
};

/** How wide the columns of a sheet's table are, so that no long text pushes another away. */
export function SheetColumns({ columns }: { columns: readonly SheetColumn[] }) {
  return (
    <colgroup>
      {columns.map(({ width, className }, index) => (
        <col key={index} width={`${width}%`} className={className} />
      ))}
    </colgroup>
  );
}

/** Facts of a sheet: a term and its value in each row. */
export function SheetFacts({
  label,
  facts,
}: {
  label: string;
  facts: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <table className="sheet-table" aria-label={label}>
      <SheetColumns columns={[{ width: 46 }, { width: 54 }]} />
      <tbody>
        {facts.map(([term, value]) => (
          <tr key={term}>
            <th scope="row">
              <span className="sheet-line">{term}</span>
            </th>
            <td className="number">
              <span className="sheet-line">{value}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
