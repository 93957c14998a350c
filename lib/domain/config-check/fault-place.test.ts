import { expect, test } from 'vitest';
import { brokenTexts } from '#test/broken-texts';
import { readToml } from './read-toml';

const placeOf = (text: string) => {
  const read = readToml(text);
  if (read.ok) return 'no fault';
  const lines = text.slice(0, read.error.offset).split('\n');
  return `${String(lines.length)}:${String((lines.at(-1) ?? '').length + 1)}`;
};

test.each([...brokenTexts])('$what is at $place', ({ text, place }) => {
  expect(placeOf(text)).toBe(place);
  expect(placeOf(text.replaceAll('\n', '\r\n'))).toBe(place);
  expect(placeOf(`\ufeff# "first\n\n${text}`).replace(/^\d+/, (line) => String(Number(line) - 2))).toBe(
    place,
  );
});

test.each([
  ['[features\na = 1\n', 'The header is not closed, end it with ]'],
  ['[features', 'The header is not closed, end it with ]'],
  ['[[rules.prefix_rules]\na = 1\n', 'The header is not closed, end it with ]]'],
  ['allow_appshots: true\n', 'Write = between key and value'],
  ['a = { b: 1 }\n', 'Write = between key and value'],
  ['a = True\n', 'Write true and false in small letters'],
  ['a = [FALSE]\n', 'Write true and false in small letters'],
  ['a = “one”\n', 'Write straight quotes'],
  ['a = [‘one’]\n', 'Write straight quotes'],
  ['a = "one”\n', 'Write straight quotes'],
  ['a = "one\n', 'Unterminated string constant'],
  ['a = 1\nb\n', 'Expected equal (=) token'],
  ['a = [\n "x",\n\n[features]\n', 'Unterminated array'],
  ['a = { x = 1\nb = 2\n', 'Unterminated inline table'],
])('%j is told in plain words', (text, words) => {
  const read = readToml(text);
  expect(read.ok ? 'no fault' : read.error.message).toBe(words);
});
