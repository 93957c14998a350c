import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportKind } from './import-kinds';
import { fileReader } from './read-file';

type Read = { line: number; isBad: boolean; values: (string | null)[] };

const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
};

/** What reading bytes gives, when they arrive in pieces of `size`. */
function read(
  content: string | Uint8Array,
  { kind = 'memberships' as ImportKind, size = 7, format = 'csv' as 'csv' | 'json' } = {},
) {
  const rows: Read[] = [];
  const reader = fileReader({ kind, format, file: 'a file' }, (line, isBad, values) =>
    rows.push({ line, isBad, values: [...values] }),
  );
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return { taken: rows, ...reader.end() };
}

const valuesOf = ({ taken }: { taken: Read[] }) => taken.map(({ values }) => values);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('a file that arrives in pieces', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      ...['=', '+', '-', '@', '"', ',', ';', '\t', ' ', '\\', 'N', 'a', 'é', '東', '😀', "'"],
    ),
    minLength: 1,
    maxLength: 12,
  });
  // Control characters are no part of an id, so a tab stands for nothing here but a refusal.
  const id = hostile.filter((text) => !text.includes('\t'));

  test('gives every id back as it stands, whatever it looks like, the encoding, the delimiter and the cuts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, id), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...Object.values(encodings)),
        fc.tuple(fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r')),
        fc.integer({ min: 1, max: 40 }),
        (pairs, encode, [delimiter, line], size) => {
          const text = [['group_id', 'person_id'], ...pairs.map((pair) => pair.map(quoted))]
            .map((cells) => cells.join(delimiter))
            .join(line);
          const found = read(encode(text), { size });
          expect(valuesOf(found)).toEqual(pairs);
          expect(found).toMatchObject({
            taken: pairs.map((_, at) => ({ line: at + 2, isBad: false })),
            refusal: null,
          });
        },
      ),
    );
  });

  test('gives the same from JSON, as a list and as an object a line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ group_id: id, person_id: id }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...Object.values(encodings)),
        fc.integer({ min: 1, max: 40 }),
        (objects, encode, size) => {
          const pairs = objects.map(({ group_id: group, person_id: person }) => [group, person]);
          for (const text of [
            JSON.stringify(objects),
            JSON.stringify(objects, null, 2),
            objects.map((one) => JSON.stringify(one)).join('\n'),
          ])
            expect(valuesOf(read(encode(text), { format: 'json', size }))).toEqual(pairs);
        },
      ),
    );
  });

  const whole =
    'id;mail;Display Name;Enabled\r\np1;"a@acme.example";"Ada ""A""";yes\r\n\r\np2;B@acme.example;  Zoë ;0\r\n';

  test.each(Object.entries(encodings))('is the same wherever it is cut, in %s', (_, encode) => {
    const bytes = encode(whole);
    for (let size = 1; size <= bytes.length; size += 1) {
      expect(read(bytes, { kind: 'people', size }).taken).toEqual([
        { line: 2, isBad: false, values: ['p1', 'a@acme.example', 'Ada "A"', 't'] },
        { line: 4, isBad: false, values: ['p2', 'b@acme.example', 'Zoë', 'f'] },
      ]);
    }
  });

  test('a cell in quotes may hold lines, and the next row tells its own line', () => {
    const found = read('id,email,name\np1,a@acme.example,"two\nlines"\np2,b@acme.example,Ola\n', {
      kind: 'people',
    });

    expect(found.taken.map(({ line, isBad }) => [line, isBad])).toEqual([
      [2, true],
      [4, false],
    ]);
    expect(found.rejections).toMatchObject([{ file: 'a file', line: 2, column: 'name' }]);
  });

  test('a quote inside a bare cell is a sign like any other; something behind a closing one is a fault of the row', () => {
    const found = read('group_id,person_id\ng"1,p"\n"g"2,p2\ng3,p3\n');

    expect(valuesOf(found)).toEqual([
      ['g"1', 'p"'],
      ['g', null],
      ['g3', 'p3'],
    ]);
    expect(found.rejections).toMatchObject([
      { line: 3, reason: expect.stringContaining('closing quotation mark') },
    ]);
  });

  test.each([
    ['other names', 'E-Mail,USER ID,Full_name\na@acme.example,p1,Ada\n'],
    ['another order and columns nobody asked for', 'phone,name,id,email\n123,Ada,p1,a@acme.example\n'],
  ])('takes %s', (_, text) => {
    expect(valuesOf(read(text, { kind: 'people' }))).toEqual([['p1', 'a@acme.example', 'Ada', null]]);
  });

  test.each([
    ['an empty id', ',a@acme.example,Ada,', 'id'],
    ['an id with a control character', '"p\u0001",a@acme.example,Ada,', 'id'],
    ['an id that is too long', `${'x'.repeat(201)},a@acme.example,Ada,`, 'id'],
    ['an id of one dot', '.,a@acme.example,Ada,', 'id'],
    ['an id of two dots', '..,a@acme.example,Ada,', 'id'],
    ['no address', 'p1,nobody,Ada,', 'email'],
    ['an address with two dots', 'p1,a..b@acme.example,Ada,', 'email'],
    ['an address without a name', 'p1,@acme.example,Ada,', 'email'],
    ['no name', 'p1,a@acme.example, ,', 'name'],
    ['a name that turns text around', 'p1,a@acme.example,Ada\u202Ebda,', 'name'],
    ['a word that is no answer', 'p1,a@acme.example,Ada,perhaps', 'active'],
    ['cells without a column', 'p1,a@acme.example,Ada,yes,more', null],
    ['too few cells', 'p1', 'email'],
  ])('%s is a bad row', (_, row, column) => {
    const found = read(`id,email,name,active\n${row}\np2,b@acme.example,Ola,\n`, { kind: 'people' });

    expect(found).toMatchObject({ rejected: 1, rejections: [{ line: 2, column }], refusal: null });
    expect(found.taken.map(({ isBad }) => isBad)).toEqual([true, false]);
  });

  test('what is quickly seen to be right is what the rules take', () => {
    const address = fc.emailAddress();
    fc.assert(
      fc.property(fc.oneof(address, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const quick = read(`id,email,name\np,${quoted(text.toLowerCase())},n\n`, {
          kind: 'people',
          size: 1000,
        });
        const slow = read(`id,email,name\np,${quoted(` ${text.toLowerCase()}`)},n\n`, {
          kind: 'people',
          size: 1000,
        });
        expect([quick.rejected, valuesOf(quick)]).toEqual([slow.rejected, valuesOf(slow)]);
      }),
    );
  });

  test.each([
    ['a zip', Buffer.from('PK\u0003\u0004....'), /archive/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /archive/],
    [
      'an encoding of old',
      Buffer.from([...Buffer.from('group_id,person_id\ng1,Zo'), 0xeb, 0x0a]),
      /UTF-8 nor UTF-16.*“CSV UTF-8”/,
    ],
    ['zero bytes', Buffer.from('group_id,person_id\ng\u0000,p\n'), /no text/],
    ['a row that is too long', `group_id,person_id\n${'x'.repeat(70_000)}`, /longer than 64 KB/],
    ['a quote that is never closed', `group_id,person_id\n"${'x\n'.repeat(40_000)}`, /never closed/],
    ['a short quote that is never closed', 'group_id,person_id\n"g,p\n', /never closed/],
    ['nothing', '', /nothing/],
    ['other columns', 'a,b\n1,2\n', /does not name group_id, person_id/],
  ])('%s is refused whole', (_, content, reason) => {
    for (const size of [64, 1000]) {
      expect(read(content, { size }).refusal).toMatchObject({
        file: 'a file',
        reason: expect.stringMatching(reason),
      });
    }
  });

  test.each([
    ['zero bytes', [0]],
    ['an encoding of old', [0xeb, 0x0a]],
  ])('%s are told at their line', (_, bytes) => {
    const before = `group_id,person_id\r\n${'g,p\r\n'.repeat(20)}g,p`;
    for (const size of [7, 64, 1000])
      expect(read(Buffer.from([...Buffer.from(before), ...bytes]), { size }).refusal).toMatchObject({
        line: 22,
      });
  });

  test('the encoding is told before what the first line lacks', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\ng1,Zo'), Buffer.from([0xeb, 0x0a])]);

    expect(read(bytes, { size: 1000 }).refusal).toMatchObject({ line: 2, isHeader: false });
  });

  test.each([
    ['numbers', '[1,2]', /no list of objects/],
    ['a text', '"people"', /no list of objects/],
    ['many numbers', `[${'1,'.repeat(70_000)}2]`, /no list of objects/],
    ['half an object', '[{"group_id":"g","person_', /middle of an object/],
    ['too long an object', `[{"group_id":"${'x'.repeat(70_000)}"}]`, /longer than 64 KB/],
  ])('of JSON with %s the reason is true', (_, text, reason) => {
    for (const size of [64, 1000])
      expect(read(text, { format: 'json', size }).refusal?.reason).toMatch(reason);
  });

  test.each([
    ['no list', '"people"', 'json'],
    ['something between', '[{"group_id":"g","person_id":"p"} x {"group_id":"g","person_id":"p"}]', 'json'],
    ['half an object', '[{"group_id":"g","person_', 'json'],
    ['an object that is too long', `[{"group_id":"${'x'.repeat(70_000)}"}]`, 'json'],
    ['an end too many', '[}]', 'json'],
  ] as const)('JSON with %s is refused', (_, content, format) => {
    for (const size of [64, 1000]) expect(read(content, { format, size }).refusal).not.toBeNull();
  });

  test('JSON takes numbers as ids, leaves out what is not there, and lists nested values as bad', () => {
    const found = read(
      '[{"id":7,"email":"a@acme.example","name":"Ada"},\n{"id":"8","name":{"a":1},"email":"b@acme.example","active":false}]',
      {
        kind: 'people',
        format: 'json',
      },
    );

    expect(found.taken).toEqual([
      { line: 1, isBad: false, values: ['7', 'a@acme.example', 'Ada', null] },
      { line: 2, isBad: true, values: ['8', 'b@acme.example', null, 'f'] },
    ]);
  });
});
