import { expect, test } from 'vitest';
import { changeOf, rebuilt, type Slot } from './bracketed';
import { nodeAt } from './toml-document';
import { readToml } from './read-toml';

/** A list with other entries: numbers are those of before, texts are new. */
function listOf(list: string, wanted: readonly (number | string)[]): string {
  const text = `v = ${list}`;
  const read = readToml(text);
  const node = read.ok ? nodeAt(read.value.document, ['v']) : null;
  if (node?.kind !== 'list') throw new Error('no list');
  const slots = wanted.map((one): Slot => {
    if (typeof one === 'string') return { old: null, text: one };
    const { from, to } = node.items[one]?.at ?? { from: 0, to: 0 };
    return { old: one, text: text.slice(from, to) };
  });
  return rebuilt(
    text,
    node.at,
    node.items.map(({ at }) => at),
    slots,
  );
}

const lines = '[\n  # always\n  "a",   # one\n\n  "b", # two\n  # later\n  "c"  # three\n  # more to come\n]';

test.each<[string, string, readonly (number | string)[], string]>([
  ['the same entries are the same bytes', lines, [0, 1, 2], lines],
  [
    'an entry goes with its line and the comment on it',
    lines,
    [0, 2],
    '[\n  # always\n  "a",   # one\n  # later\n  "c"  # three\n  # more to come\n]',
  ],
  [
    'comment lines above the last entry stay where it goes, and nothing ends with a comma that did not',
    lines,
    [0, 1],
    '[\n  # always\n  "a",   # one\n\n  "b" # two\n  # later\n  # more to come\n]',
  ],
  [
    'comment lines above the first stay where it goes',
    lines,
    [1, 2],
    '[\n  # always\n\n  "b", # two\n  # later\n  "c"  # three\n  # more to come\n]',
  ],
  [
    'a new entry stands behind the last, as far in, and the last gets its comma',
    lines,
    [0, 1, 2, '"d"'],
    lines.replace('"c"  # three', '"c",  # three\n  "d"'),
  ],
  ['a comma at the end is kept', '[\n\t"a",\n]', [0, '"b"'], '[\n\t"a",\n\t"b",\n]'],
  ['and for one that goes', '[\n  "a",\n  "b",\n]', [0], '[\n  "a",\n]'],
  ['on one line', '[ "a", "b" ]', [0, '"x"', 1, '"c"'], '[ "a", "x", "b", "c" ]'],
  ['the first of one line goes', '[ "a",  "b" ]', [1], '[ "b" ]'],
  ['the last of one line goes', '["a", "b"]', [0], '["a"]'],
  ['all go', '[\n  "a", # one\n]', [], '[]'],
  ['all go and a comment line stays', '[\n  # why\n  "a"]', [], '[\n  # why\n]'],
  ['the first of an empty list', '[]', ['"a"', '"b"'], '["a", "b"]'],
  [
    'the first of an empty list on lines',
    '[\n    # none yet\n]',
    ['"a"', '"b"'],
    '[\n    "a",\n    "b"\n    # none yet\n]',
  ],
  ['Windows line ends', '[\r\n  "a"\r\n]', [0, '"b"'], '[\r\n  "a",\r\n  "b"\r\n]'],
  ['behind a comment on the line that opens', '[ # why\n  "a" ]', ['"x"', 0], '[ # why\n  "x",\n  "a" ]'],
  ['entries change places with their comments', '["a", # one\n  "b"]', [1, 0], '[\n  "b", "a" # one\n]'],
  [
    'two on a line, of which one goes',
    '[\n  "a", "b", # both\n  "c",\n]',
    [0, 2],
    '[\n  "a", # both\n  "c",\n]',
  ],
  ['two on a line, of which the first goes', '[\n  "a", "b", # both\n]', [1], '[\n  "b", # both\n]'],
  ['two on a line, and both go', '[\n  "a", "b", # both\n  "c",\n]', [2], '[\n  "c",\n]'],
  [
    'commas at the beginning of lines',
    '[\n    "a"\n  , "b" # two, and\n  , "c"\n]',
    [0, 2],
    '[\n    "a"\n  , "c"\n]',
  ],
  ['a comma in a comment is none', '[\n  "a" # x, y\n]', [0, '"b"'], '[\n  "a", # x, y\n  "b"\n]'],
])('%s', (_, list, wanted, expected) => {
  expect(listOf(list, wanted)).toBe(expected);
});

test('a change names what differs and nothing else', () => {
  expect(changeOf('x = ["a"]', { from: 4, to: 9 }, '["a", "b"]')).toEqual({ from: 8, to: 8, text: ', "b"' });
});
