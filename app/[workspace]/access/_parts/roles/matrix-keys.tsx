import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';

type Grid = HTMLTableElement;

const cellAt = (grid: Grid, row: number, column: number) =>
  grid.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);

const placeOf = (target: EventTarget): [row: number, column: number] | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row = 0, column = 0] = cell?.dataset.cell?.split('-').map(Number) ?? [];
  return cell ? [row, column] : null;
};

const ways: Readonly<Record<string, (row: number, column: number, last: number) => [number, number]>> = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row) => [row, 0],
  End: (row, _, last) => [row, last],
};

/** The one cell that the Tab key comes to is the one that was looked at last. */
function keepPlace({ target, currentTarget }: FocusEvent<Grid>): void {
  if (!(target instanceof HTMLElement) || target.dataset.cell === undefined) return;
  for (const cell of currentTarget.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]'))
    cell.tabIndex = -1;
  target.tabIndex = 0;
}

/** What a grid of cells listens for; `open` opens the thing of a column. */
export function matrixKeys(columns: number, open: (column: number) => void) {
  return {
    onFocus: keepPlace,
    onKeyDown(event: KeyboardEvent<Grid>) {
      const place = placeOf(event.target);
      if (!place) return;
      if (event.key === 'Enter') open(place[1]);
      const next = ways[event.key]?.(...place, columns - 1);
      if (!next) return;
      event.preventDefault();
      cellAt(event.currentTarget, ...next)?.focus();
    },
    onClick({ target }: MouseEvent<Grid>) {
      const place = placeOf(target);
      if (place) open(place[1]);
    },
  };
}
