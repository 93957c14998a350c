'use client';

import Link from 'next/link';
import type { Route } from 'next';
import type { KeyboardEvent } from 'react';
import { Icon } from '#components/ui/icon';

export type MatrixColumn = { id: string; label: string; second: string; href: Route };
export type MatrixRow = { key: string; label: string; granted: readonly boolean[] };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys move between cells; Enter follows the cell's link. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const place = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
  if (!step || !place) return;
  const [row = 0, column = 0] = place.split('-').map(Number);
  const next = event.currentTarget.querySelector(`[data-cell="${row + step[0]}-${column + step[1]}"]`);
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

type Props = { label: string; columns: readonly MatrixColumn[]; rows: readonly MatrixRow[] };

/** Permissions as rows, roles as columns: which role grants what. */
export function Matrix({ label, columns, rows }: Props) {
  return (
    <div className="table-scroll matrix" role="group" aria-label={label} tabIndex={0}>
      <table className="table" aria-label={label} onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">Permission</th>
            {columns.map(({ id, label: name, second, href }) => (
              <th key={id} scope="col">
                <Link href={href} className="alone">
                  {name}
                </Link>
                <span className="meta block">{second}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((column, at) => (
                <td key={column.id}>
                  <Link
                    href={column.href}
                    prefetch={false}
                    data-cell={`${index}-${at}`}
                    tabIndex={index === 0 && at === 0 ? 0 : -1}
                    className="matrix-cell"
                    aria-label={`${row.label}: ${row.granted[at] ? 'granted' : 'not granted'} by ${column.label}`}
                  >
                    {row.granted[at] ? <Icon name="check" /> : <span aria-hidden="true">–</span>}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
