import { describe, expect, test } from 'vitest';
import { csvField, writeCsv } from './write-csv';

describe('a field of a CSV file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\tx', `"'\tx"`],
    ['a "b", c', '"a ""b"", c"'],
    ['line\nbreak', '"line\nbreak"'],
    ['plain', 'plain'],
  ])('the text %j is written as %j', (text, written) => {
    expect(csvField(text)).toBe(written);
  });

  test('a negative number stays a number', () => {
    expect(csvField(-5)).toBe('-5');
  });
});

test('a file has its header, a line for each row, and CRLF at every end', () => {
  expect(
    writeCsv(
      ['name', 'count'],
      [
        ['Ada, B', 2],
        [null, '=x'],
      ],
    ),
  ).toBe('name,count\r\n"Ada, B",2\r\n,\'=x\r\n');
});
