import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv';
import { writeCsv } from './write-csv';

const cellsOf = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map(({ cells }) => cells) : read.error.reason;
};

describe('readCsv', () => {
  test.each([
    ['commas', 'a,b\nc,d\n'],
    ['semicolons', 'a;b\nc;d'],
    ['tabs', 'a\tb\nc\td'],
    ['Windows line ends', 'a,b\r\nc,d\r\n'],
    ['old Mac line ends', 'a,b\rc,d'],
    ['mixed line ends', 'a,b\r\nc,d\n'],
    ['a byte order mark', '\uFEFFa,b\nc,d'],
    ['quotes and blanks', '"a" , b\n "c","d"'.replace('\n ', '\n').replace('" ,', '",')],
    ['empty lines and lines of empty cells', '\na,b\n\n,,\nc,d\n\n'],
  ])('takes %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('a cell may hold commas, quotes and lines', () => {
    expect(cellsOf('"a, ""b""\nc",d')).toEqual([['a, "b"\nc', 'd']]);
  });

  test('a cell that looks like a formula is text', () => {
    expect(cellsOf('=1+1,+2\n-3,@x')).toEqual([
      ['=1+1', '+2'],
      ['-3', '@x'],
    ]);
  });

  test('each record tells the line it begins on', () => {
    const read = readCsv('a\n\n"b\nb"\nc');

    expect(read.ok && read.value.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  test('an empty file has no records', () => {
    expect(cellsOf('')).toEqual([]);
  });

  test.each([
    ['a quote that is never closed', 'a\n"b', 2],
    ['a quote inside a cell', 'a\nb"c"', 2],
    ['a line of more than 10,000 characters', `a\n${'x'.repeat(20_000)}`, 2],
  ])('%s is told with its line', (_, text, line) => {
    expect(readCsv(text)).toMatchObject({ ok: false, error: { code: 'csv_unreadable', line } });
  });
});

describe('writeCsv', () => {
  test('no cell is a formula, and quotes stand where they are needed', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['=1', 'x,"y"'],
          ['-1', 'two\nlines'],
          ['@me', '+1'],
        ],
      ),
    ).toBe('a,b\r\n\'=1,"x,""y"""\r\n\'-1,"two\nlines"\r\n\'@me,\'+1\r\n');
  });
});
