import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';

/** One record of a CSV file: its cells, trimmed, and the line it begins on. */
export type CsvRecord = { line: number; cells: readonly string[] };

/** Something in a file that cannot be taken: where it stands, and why. Lines count from 1. */
export type CsvFault = { line: number; column: string | null; reason: string };

const found = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number().int() }) }));

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens here and is never closed.',
  CSV_MAX_RECORD_SIZE: 'This line is too long.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands inside a cell. Put the whole cell in quotes and double it.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark. Put a comma between them.',
};

/**
 * The records of a CSV file, or the one place from which it cannot be read.
 *
 * Takes commas, semicolons or tabs (whichever the first line has most of), every kind of line break, quotes
 * and a byte order mark. Lines without a value are passed over. Cells are text, whatever they begin with.
 */
export function readCsv(
  text: string,
): Result<CsvRecord[], { code: 'csv_unreadable' } & CsvFault & { message: string }> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    const parsed: unknown = parse(plain, {
      delimiter: delimiterOf(plain),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 10_000,
      record_delimiter: '\n',
    });
    return ok(
      found.parse(parsed).map(({ record, info }) => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map((cell) => cell.trim()),
      })),
    );
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown.lines === 'number' ? thrown.lines : 1;
    const reason = reasons[thrown.code] ?? 'This is no CSV file.';
    return err({ code: 'csv_unreadable', message: `Line ${line}: ${reason}`, line, column: null, reason });
  }
}

function delimiterOf(text: string): string {
  const first = text.replace(/^\n+/, '').split('\n', 1)[0] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
