const FORMULA_BEGINNING = /^[=+\-@\t\r]/;

/** A cell no spreadsheet takes for a formula: one that could be is led by an apostrophe. */
const defused = (cell: string) => (FORMULA_BEGINNING.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string) =>
  /[",;\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A CSV file: comma, CRLF, quotes where needed, no formula. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => quoted(defused(cell))).join(',')}\r\n`).join('');
}
