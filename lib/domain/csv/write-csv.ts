/** A value of a CSV file; null is an empty cell. */
export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula, also after spaces and in full width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/** One value as a CSV field that no spreadsheet runs: an apostrophe goes before what it would take for a formula. */
export function csvField(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file, with its end. */
export const csvLine = (row: readonly Cell[]): string => `${row.map(csvField).join(',')}\r\n`;

/** A CSV file (RFC 4180): comma, CRLF, quotes where needed, no formula. */
export const writeCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map(csvLine).join('');
