'use client';

import Link from 'next/link';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { Fragment } from 'react';
import { matrixKeys } from './matrix-keys';

export type MatrixColumn = { id: string; label: string; second: string; href: Route };
/** What a cell may say: the sign that is seen, the words that are read out. */
export type MatrixSign = { sign: string; words: string; kind: 'granted' | 'off' | 'none' };
/** `cells` are positions in the list of signs. */
export type MatrixArea = {
  area: string;
  rows: readonly { key: string; label: string; cells: readonly number[] }[];
};

type Props = {
  label: string;
  columns: readonly MatrixColumn[];
  signs: readonly MatrixSign[];
  areas: readonly MatrixArea[];
};

/**
 * Permissions as rows, by area; roles as columns. Arrow keys, Home and End move between cells; Enter opens the
 * cell's role.
 */
export function Matrix({ label, columns, signs, areas }: Props) {
  const router = useRouter();
  const keys = matrixKeys(columns.length, (column) => {
    const href = columns[column]?.href;
    if (href) router.push(href);
  });
  const starts = rowStarts(areas);
  return (
    <div className="table-scroll matrix">
      <table className="table" role="grid" aria-label={label} {...keys}>
        <Head columns={columns} />
        {areas.map(({ area, rows }, at) => (
          <tbody key={area}>
            <tr className="matrix-area">
              <th scope="rowgroup">{area}</th>
              <td colSpan={columns.length} />
            </tr>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((sign, column) => (
                  <Cell key={column} row={(starts[at] ?? 0) + index} column={column} sign={signs[sign]} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Of each area, how many rows stand above it. */
function rowStarts(areas: readonly MatrixArea[]): number[] {
  let next = 0;
  return areas.map(({ rows }) => {
    const start = next;
    next += rows.length;
    return start;
  });
}

function Head({ columns }: Pick<Props, 'columns'>) {
  return (
    <thead>
      <tr>
        <th scope="col">Permission</th>
        {columns.map(({ id, label, second, href }) => (
          <th key={id} scope="col">
            <Link href={href} className="alone" prefetch={false}>
              {label}
            </Link>
            <span className="meta block">{second}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell({ row, column, sign }: { row: number; column: number; sign: MatrixSign | undefined }) {
  return (
    <td data-cell={`${row}-${column}`} data-kind={sign?.kind} tabIndex={row === 0 && column === 0 ? 0 : -1}>
      {sign?.sign === sign?.words ? (
        sign?.words
      ) : (
        <Fragment>
          <span aria-hidden="true">{sign?.sign}</span>
          <span className="sr-only">{sign?.words}</span>
        </Fragment>
      )}
    </td>
  );
}
