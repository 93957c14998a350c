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
