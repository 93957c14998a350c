import { expect, test } from 'vitest';
import { sentBytes } from './sent-bytes';

test.each([
  ['', 0],
  ['abc', 3],
  ['é€', 5],
  ['a\nb', 4],
  ['a\r\nb\r', 6],
])('%j takes %d bytes in a form', (text, bytes) => {
  expect(sentBytes(text)).toBe(bytes);
});
