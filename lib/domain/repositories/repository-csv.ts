import { z } from 'zod';
import { readCsv, type CsvFault, type CsvRecord } from '#lib/domain/csv/read-csv';
import { writeCsv } from '#lib/domain/csv/write-csv';
import {
  repositoryKey,
  repositoryName,
  type CodeReviewState,
  type ConnectorState,
  type RepositoryWords,
} from './repository';

/** Most repositories one file may hold. */
export const maxImportRows = 2000;

/** One line of a file: an empty cell leaves what is stored, or the default of a new repository. */
export type RepositoryRow = {
  line: number;
  name: string;
  connector: ConnectorState | null;
  codeReview: CodeReviewState | null;
};

type Column = 'name' | 'connector' | 'codeReview';

const columnWords: Readonly<Record<Column, string>> = {
  name: 'name',
  connector: 'connector',
  codeReview: 'code review',
};
const columns = ['name', 'connector', 'codeReview'] as const satisfies readonly Column[];

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

const headers: ReadonlyMap<string, Column> = new Map([
  ['name', 'name'],
  ['repository', 'name'],
  ['connector', 'connector'],
  ['code review', 'codeReview'],
  ['codereview', 'codeReview'],
]);

const connectorWords: ReadonlyMap<string, ConnectorState> = new Map([
  ['allowed', 'allowed'],
  ['not allowed', 'not_allowed'],
]);
const reviewWords: ReadonlyMap<string, CodeReviewState> = new Map([
  ['off', 'off'],
  ['on', 'on'],
  ['automatic', 'automatic'],
  ['personal', 'personal'],
  ['follow personal preferences', 'personal'],
]);

/** A file as it was read: the rows that can be taken, and everything that cannot. */
export type RepositoryFile = { rows: RepositoryRow[]; faults: CsvFault[] };

/**
 * The repositories of a CSV file. Columns are name, connector and code review, in this order or as a first
 * line names them. A name twice, a word that is no state and a column nobody knows are faults.
 */
export function readRepositoryCsv(text: string): RepositoryFile {
  const records = readCsv(text);
  if (!records.ok) {
    const { line, column, reason } = records.error;
    return { rows: [], faults: [{ line, column, reason }] };
  }
  const { order, rest, faults } = readHeader(records.value);
  if (faults.length > 0) return { rows: [], faults };
  if (rest.length > maxImportRows) {
    const reason = `Import at most ${maxImportRows.toLocaleString('en')} repositories at once.`;
    return { rows: [], faults: [{ line: rest[maxImportRows]?.line ?? 1, column: null, reason }] };
  }
  if (rest.length === 0)
    return { rows: [], faults: [{ line: 1, column: null, reason: 'There is no repository in it.' }] };
  return readRows(rest, order);
}

type Header = { order: readonly Column[]; rest: readonly CsvRecord[]; faults: CsvFault[] };

function readHeader(records: readonly CsvRecord[]): Header {
  const [first, ...rest] = records;
  const named = first?.cells.map((cell) => headers.get(plain(cell)));
  if (!first || !named?.includes('name')) return { order: columns, rest: records, faults: [] };
  const fault = (index: number, reason: string) => ({ line: first.line, column: String(index + 1), reason });
  const faults = named.flatMap((column, index) => {
    if (!column) return [fault(index, 'This column is not known. Use name, connector and code review.')];
    return named.indexOf(column) < index ? [fault(index, 'This column stands here twice.')] : [];
  });
  return { order: named.filter((column) => column !== undefined), rest, faults };
}

function readRows(records: readonly CsvRecord[], order: readonly Column[]): RepositoryFile {
  const seen = new Map<string, number>();
  const rows: RepositoryRow[] = [];
  const faults: CsvFault[] = [];
  for (const record of records) {
    const read = readRow(record, order);
    const earlier = seen.get(repositoryKey(read.row.name));
    if (earlier !== undefined) {
      read.faults.push(fault(record, 'name', `This repository stands in line ${earlier} already.`));
    }
    seen.set(repositoryKey(read.row.name), earlier ?? record.line);
    faults.push(...read.faults);
    if (read.faults.length === 0) rows.push(read.row);
  }
  return { rows, faults };
}

const fault = ({ line }: CsvRecord, column: Column, reason: string): CsvFault => ({
  line,
  column: columnWords[column],
  reason,
});

function readRow(record: CsvRecord, order: readonly Column[]): { row: RepositoryRow; faults: CsvFault[] } {
  const cell = (column: Column) => record.cells[order.indexOf(column)] ?? '';
  const faults: CsvFault[] = [];
  const name = repositoryName.safeParse(cell('name'));
  if (!name.success) faults.push(fault(record, 'name', z.flattenError(name.error).formErrors[0] ?? ''));
  const state = <T>(column: Column, words: ReadonlyMap<string, T>): T | null => {
    const text = plain(cell(column));
    const value = words.get(text) ?? null;
    if (text !== '' && value === null) {
      faults.push(fault(record, column, `Use ${listed([...words.keys()])}, or leave it empty.`));
    }
    return value;
  };
  const connector = state('connector', connectorWords);
  const codeReview = state('codeReview', reviewWords);
  if (record.cells.slice(order.length).some((text) => text !== '')) {
    faults.push({ line: record.line, column: String(order.length + 1), reason: 'This cell has no column.' });
  }
  return { row: { line: record.line, name: name.data ?? cell('name'), connector, codeReview }, faults };
}

const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** Repositories as a CSV file that can be imported again. */
export function writeRepositoryCsv(repositories: readonly RepositoryWords[]): string {
  return writeCsv(
    columns.map((column) => columnWords[column]),
    repositories.map(({ name, connector, codeReview }) => [name, connector.replace('_', ' '), codeReview]),
  );
}
