import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type RegisterColumn = { label: string; width?: number | undefined };

type Props = { label: string; columns: readonly RegisterColumn[]; children: ReactNode };

/** Things in groups with several truths side by side; at 390 each becomes a name over labelled values. */
export function Register({ label, columns, children }: Props) {
  return (
    <table className="register" aria-label={label}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.label} width={column.width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

type GroupProps = { title: string; note?: string | undefined; columns: number; children: ReactNode };

/** Rows under one title; `columns` is how many the register has. */
export function RegisterGroup({ title, note, columns, children }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          {title} {note ? <span>{note}</span> : null}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** Where a row hangs in the line of what needs what. */
export type Branch = {
  depth: 0 | 1 | 2;
  /** Rows that need this one follow. */
  opens?: boolean | undefined;
  /** Another row that needs the same one follows. */
  more?: boolean | undefined;
};

type RowProps = {
  name: ReactNode;
  /** Number, and what it needs, in words. */
  second?: ReactNode;
  branch?: Branch | undefined;
  selected?: boolean | undefined;
  id?: string | undefined;
  children: ReactNode;
};

export function RegisterRow({ name, second, branch, selected, id, children }: RowProps) {
  const tree = branch && [`tree-${branch.depth}`, branch.opens && 'tree-opens', branch.more && 'tree-more'];
  return (
    <tr id={id} aria-selected={selected ? 'true' : undefined}>
      <th scope="row" className={tree && classNames(...tree)}>
        <span className="register-name">{name}</span>
        {second ? <span className="register-second">{second}</span> : null}
      </th>
      {children}
    </tr>
  );
}

type CellProps = {
  /** The column's name; at 390 it stands above the value. */
  label: string;
  second?: ReactNode;
  /** At 390: left out, or as wide as the row. */
  narrow?: 'dropped' | 'whole' | undefined;
  children: ReactNode;
};

export function RegisterCell({ label, second, narrow, children }: CellProps) {
  return (
    <td data-label={label} className={narrow && `register-${narrow}`}>
      {children}
      {second ? <span className="register-second">{second}</span> : null}
    </td>
  );
}
