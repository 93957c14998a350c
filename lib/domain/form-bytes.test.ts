import { expect, test } from 'vitest';
import { bytesInWords } from './form-bytes';

test('a number of bytes is told in the unit a person would choose, and never as less than it is of KiB', () => {
  expect([1, 96 * 1024, 1024 * 1024, 3_250_000].map(bytesInWords)).toEqual([
    '1 KiB',
    '96 KiB',
    '1.0 MiB',
    '3.1 MiB',
  ]);
});
