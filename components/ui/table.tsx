import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Column = { label: string; number?: boolean | undefined; width?: number | undefined };

type Props = {
  label: string;
  columns: readonly Column[];
  /** Two or three short columns: the whole table fits at 390. */
  fits?: boolean | undefined;
  children: ReactNode;
};

/** What a column without a width needs to be read, in pixels. */
const leastWidth = 150;

/** Whether the columns need more than a narrow table has at 390. */
const isWide = (columns: readonly Column[]) =>
  columns.reduce((sum, { width = leastWidth }) => sum + width, 0) > 560;

/** Rows of `TableRow`. At 390 it scrolls sideways with the first column fixed. */
export function Table({ label, columns, fits, children }: Props) {
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table
        className={classNames('table', fits && 'table-fits', isWide(columns) && 'table-wide')}
        aria-label={label}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.label} width={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.number ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type RowProps = { head: ReactNode; selected?: boolean | undefined; children: ReactNode };

/** The first cell is the row's header and mostly its link; the rest are `TableCell`. */
export function TableRow({ head, selected, children }: RowProps) {
  return (
    <tr aria-selected={selected ? 'true' : undefined}>
      <th scope="row">{head}</th>
      {children}
    </tr>
  );
}

export function TableCell({ number, children }: { number?: boolean | undefined; children: ReactNode }) {
  return <td className={number ? 'number' : undefined}>{children}</td>;
}
