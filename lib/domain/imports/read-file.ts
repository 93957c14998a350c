import {
  importColumns,
  missingColumns,
  placesIn,
  unplacedColumns,
  type ColumnPlaces,
  type ImportKind,
} from './import-kinds';
import { readRow, rowReaders, type RowValues } from './read-row';
import { textReader, type FileFault, type NoText } from './read-text';
import { csvSplitter, type Splitter } from './split-csv';
import { jsonSplitter } from './split-json';

/** Where a thing stands in a file that cannot be taken, and why. Lines count from 1; of JSON, objects do. */
export type Rejection = { file: string; line: number; column: string | null; reason: string };

/** Most rejections that are listed; all are counted. */
export const maxListed = 1000;

const maxColumns = 200;

/** One file as it is read: the bytes go in, rows come out, and in the end what was found. */
export type FileReader = {
  /** False once the whole file is refused: nothing more need be read. */
  push: (bytes: Uint8Array) => boolean;
  end: () => FileFindings;
};

/** What reading a file found. */
export type FileFindings = {
  /** Names of the columns, as the file has them. */
  header: string[];
  places: ColumnPlaces;
  rows: number;
  rejected: number;
  /** The first of them. */
  rejections: Rejection[];
  /** Why nothing of it can be taken. `wrong_header` is mended by saying which column is which. */
  refusal: (Rejection & { isHeader: boolean }) | null;
};

type Source = {
  kind: ImportKind;
  format: 'csv' | 'json';
  /** What the file is called in rejections. */
  file: string;
  /** Which column is which, where somebody has said so. */
  places?: ColumnPlaces | undefined;
  /** The first line of a CSV file is a row too; `places` say which column is which. */
  firstLineIsData?: boolean | undefined;
};

/** Takes a row: whether it can be applied, its line, and its values in the order of the kind's columns. */
export type TakeRow = (line: number, isBad: boolean, values: RowValues) => void;

/** Reads a CSV or JSON file of people, groups or memberships while it arrives, and checks each of its rows. */
export function fileReader(
  { kind, format, file, places, firstLineIsData = false }: Source,
  takeRow: TakeRow,
): FileReader {
  const decoder = textReader();
  const { found, refuse, header, row } = rowTaker(kind, file, { places, takeRow });
  let hasHeader = false;
  const first = (names: string[], line: number) => {
    hasHeader = true;
    header(names, line);
  };
  const next = (cells: string[], line: number, fault?: string) => {
    const isFirst = !hasHeader;
    if (isFirst) first(cells, line);
    if (!isFirst || firstLineIsData) row(cells, line, fault);
  };
  const names = (read: string[]) => {
    first(namesOfJson(kind, read), 1);
    return found.header;
  };
  const splitter: Splitter = format === 'json' ? jsonSplitter(names, next) : csvSplitter(next);

  // What is no text is said of the file first, whatever its first line lacks.
  const refuseAsNoText = ({ before, reason }: NoText) => {
    splitter.push(before);
    found.refusal = { file, line: splitter.line(), column: null, reason, isHeader: false };
  };
  const take = (read: string | NoText) => {
    if (typeof read !== 'string') refuseAsNoText(read);
    else if (read !== '') refuse(splitter.push(read));
  };
  return {
    push(bytes) {
      if (!found.refusal) take(decoder.push(bytes));
      return found.refusal === null;
    },
    end() {
      if (!found.refusal) take(decoder.end());
      if (!found.refusal) refuse(splitter.end());
      if (!hasHeader) refuse({ line: 1, column: null, reason: 'There is nothing in this file.' });
      return found;
    },
  };
}

type Taking = { places: ColumnPlaces | undefined; takeRow: TakeRow };

/** Takes a file's first line and then its rows, and keeps what was found. */
function rowTaker(kind: ImportKind, file: string, { places: said, takeRow }: Taking) {
  const found: FileFindings = { header: [], places: [], rows: 0, rejected: 0, rejections: [], refusal: null };
  const readers = rowReaders[kind];
  const values: RowValues = readers.map(() => null);
  let cells: string[] = [];
  const cellAt = (column: number) => {
    const place = found.places[column];
    return typeof place === 'number' ? (cells[place] ?? '') : null;
  };
  const refuse = (fault: FileFault | null, isHeader = false) => {
    if (fault) found.refusal ??= { file, ...fault, isHeader };
  };
  const header = (names: string[], line: number) => {
    found.header = names.slice(0, maxColumns).map((name) => name.trim().slice(0, 100));
    found.places = said ?? placesIn(kind, found.header);
    refuse(headerFault(kind, found.places, line), true);
  };
  const row = (read: string[], line: number, fault?: string) => {
    if (found.refusal) return;
    cells = read;
    found.rows += 1;
    const wrong = readRow(readers, cellAt, values);
    const bad = shapeFault(read, found.header.length, fault) ?? wrong;
    if (bad) {
      found.rejected += 1;
      if (found.rejections.length < maxListed) found.rejections.push({ file, line, ...bad });
    }
    takeRow(line, bad !== null, values);
  };
  return { found, refuse, header, row };
}

/** Of a JSON file: the names of its first object, and the columns that may come in later ones. */
function namesOfJson(kind: ImportKind, first: string[]): string[] {
  const places = placesIn(kind, first);
  const isWhole = missingColumns(kind, places).length === 0;
  return isWhole ? [...first, ...unplacedColumns(kind, places)] : first;
}

function headerFault(kind: ImportKind, places: ColumnPlaces, line: number): FileFault | null {
  const missing = missingColumns(kind, places);
  return missing.length === 0
    ? null
    : { line, column: missing[0] ?? null, reason: headerWords(kind, missing) };
}

const headerWords = (kind: ImportKind, missing: readonly string[]) => {
  const all = importColumns[kind].filter(({ isRequired }) => isRequired).map(({ key }) => key);
  return `The first line does not name ${missing.join(', ')}. A file of ${kind} needs ${all.join(', ')}.`;
};

function shapeFault(cells: readonly string[], width: number, fault: string | undefined) {
  if (fault !== undefined) return { column: null, reason: fault };
  if (cells.length <= width || cells.slice(width).every((cell) => cell === '')) return null;
  return { column: null, reason: 'This row has more cells than the first line has columns.' };
}
