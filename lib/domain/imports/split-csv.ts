import type { FileFault } from './read-text';

/** Longest row of a file, in characters, with every line break in its quotes. */
export const maxRowLength = 64 * 1024;

/** Cells of a row, and the line it begins on; a `fault` says why its cells cannot be told apart. */
export type OnRow = (cells: string[], line: number, fault?: string) => void;

/** Takes a file's text piece by piece and gives its rows; a fault ends it. */
export type Splitter = {
  push: (text: string) => FileFault | null;
  end: () => FileFault | null;
  /** Where what has not ended yet begins. */
  line: () => number;
};

/** The most frequent of comma, semicolon and tab in a first line, quotes aside. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

type Found = { cells: string[]; end: number; lines: number; fault?: string };

/**
 * The row that begins at `at` and has quotes; null where the text ends inside one. `end` is where the row's own
 * line break stands, or the end of the text where `isEnd`.
 */
function quotedRow(
  text: string,
  at: number,
  { delimiter, isEnd }: { delimiter: string; isEnd: boolean },
): Found | null {
  const cells: string[] = [];
  let lines = 1;
  let place = at;
  for (;;) {
    const isQuoted = text[place] === '"';
    const cell = isQuoted ? quotedCell(text, place) : bareCell(text, place, delimiter);
    if (!cell) return null;
    cells.push(cell.text);
    lines += isQuoted ? cell.text.split('\n').length - 1 : 0;
    place = cell.end;
    if (place >= text.length && !isEnd) return null;
    if (place >= text.length || text[place] === '\n') return { cells, end: place, lines };
    if (text[place] !== delimiter) return { ...restOf(text, place, isEnd), cells, lines };
    place += 1;
  }
}

const afterQuote = 'Something follows a closing quotation mark. Put a delimiter between them.';

function restOf(text: string, place: number, isEnd: boolean): { end: number; fault: string } {
  const end = text.indexOf('\n', place);
  return { end: end < 0 && isEnd ? text.length : Math.max(end, place), fault: afterQuote };
}

type Cell = { text: string; end: number };

function quotedCell(text: string, at: number): Cell | null {
  let place = at + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) return null;
    value += text.slice(place, quote);
    if (text[quote + 1] !== '"') return { text: value, end: quote + 1 };
    value += '"';
    place = quote + 2;
  }
}

function bareCell(text: string, at: number, delimiter: string): Cell {
  const line = text.indexOf('\n', at);
  const next = text.indexOf(delimiter, at);
  const end = line < 0 ? text.length : line;
  const stop = next < 0 || next > end ? end : next;
  return { text: text.slice(at, stop), end: stop };
}

/**
 * Rows of CSV text that arrives in pieces, wherever the pieces are cut.
 *
 * Takes commas, semicolons or tabs (whichever the first line has most of). Cells in quotes may hold delimiters,
 * quotes and line breaks; a quote inside a bare cell is a sign as any other. Rows without a value are passed over.
 */
export function csvSplitter(onRow: OnRow): Splitter {
  let rest = '';
  let line = 1;
  let delimiter: string | null = null;

  const tooLong = (): FileFault => ({
    line,
    column: null,
    reason: 'This row is longer than 64 KB, or a quotation mark opens here and is never closed.',
  });
  // Without a quote before its line break a row is cut the quick way; where there is one, sign by sign.
  const rowAt = (
    text: string,
    at: number,
    { quote, isEnd }: { quote: number; isEnd: boolean },
  ): Found | null => {
    const end = text.indexOf('\n', at);
    if (end < 0 && !isEnd) return null;
    const stop = end < 0 ? text.length : end;
    if (stop > at) delimiter ??= delimiterOf(text.slice(at, stop));
    const by = delimiter ?? ',';
    if (quote >= 0 && quote < stop) return quotedRow(text, at, { delimiter: by, isEnd });
    return { cells: text.slice(at, stop).split(by), end: stop, lines: 1 };
  };
  const split = (text: string, isEnd: boolean): FileFault | null => {
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const found = rowAt(text, at, { quote, isEnd });
      if (!found) break;
      if (found.end - at > maxRowLength) return tooLong();
      if (hasValue(found.cells)) onRow(found.cells, line, found.fault);
      line += found.lines;
      at = found.end + 1;
    }
    rest = text.slice(at);
    return rest.length > maxRowLength || (isEnd && rest !== '') ? tooLong() : null;
  };

  return { push: (text) => split(rest + text, false), end: () => split(rest, true), line: () => line };
}

const hasValue = (cells: readonly string[]): boolean => cells.some((cell) => cell !== '');
