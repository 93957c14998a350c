import { describe, expect, test } from 'vitest';
import { readAllowList, type PastedList } from './read-allow-list';

const two = ['20.1.2.0/24', '2a01:111::/32'];
const valueOf = (list: PastedList) => {
  const read = readAllowList(list);
  return read.ok ? read.value : read.error.message;
};
const sentencesOf = (list: PastedList) => {
  const read = readAllowList(list);
  return read.ok ? [] : read.error.fields.cidrs;
};

describe('readAllowList', () => {
  test.each<[string, PastedList]>([
    ['an array', two],
    ['lines', '20.1.2.0/24\n2a01:111::/32\n'],
    ['lines of Windows, with blanks', '  20.1.2.0/24  \r\n\r\n\t2a01:111::/32\r\n'],
    ['commas', '20.1.2.0/24, 2a01:111::/32'],
    ['semicolons and blanks', '20.1.2.0/24; 2a01:111::/32'],
    ['quotes and commas', '"20.1.2.0/24","2a01:111::/32",'],
    ['comments', '# Codex\n20.1.2.0/24 # cloud\n\n2a01:111::/32#v6'],
    ['a JSON array', '["20.1.2.0/24", "2a01:111::/32"]'],
    ['a column of a table', 'name,IP range,active\ncloud,20.1.2.0/24,true\nv6,2a01:111::/32,true'],
    ['a quoted column', '"Description";"CIDR"\n"one; two";"20.1.2.0/24"\n"";"2A01:111::/32"'],
    ['a column of tabs', 'cidr\tnote\n20.1.2.0/24\t\n2a01:111::/32\tx'],
    ['a column by itself', 'cidr\n20.1.2.0/24\n2a01:111::/32'],
    ['repeated ranges', '20.1.2.0/24\n2A01:0111::/32\n20.1.2.0/24\n2a01:111::/32'],
  ])('%s are read', (_, list) => {
    expect(valueOf(list)).toEqual(two);
  });

  test('a bare address is a range of one', () => {
    expect(valueOf('20.1.2.3\n2a01::1')).toEqual(['20.1.2.3/32', '2a01::1/128']);
  });

  test('the order and the split of a list are kept', () => {
    expect(valueOf('20.1.2.128/25\n20.1.2.0/25')).toEqual(['20.1.2.128/25', '20.1.2.0/25']);
  });

  test('each line that cannot be used is named with its number, and nothing is taken', () => {
    const text = '# list\n20.1.2.0/24\n\n10.0.0.0/8\nhello, 20.1.3.0/24\n20.1.2.1/24\n0.0.0.0/0';
    const read = readAllowList(text);

    expect(read).toMatchObject({
      ok: false,
      error: {
        code: 'allow_list_unusable',
        message: '4 lines cannot be used. Nothing was saved.',
        findings: [{ line: 4 }, { line: 5 }, { line: 6 }, { line: 7 }],
      },
    });
    expect(sentencesOf(text)).toEqual([
      'Line 4: 10.0.0.0/8 is private, not on the internet.',
      'Line 5: “hello” is no IP range.',
      'Line 6: 20.1.2.1/24 does not begin a range. Write 20.1.2.0/24.',
      'Line 7: 0.0.0.0/0 is too wide: at most a /8 is taken.',
    ]);
  });

  test('of an array the place is named', () => {
    expect(sentencesOf(['20.1.2.0/24', '::/0'])).toEqual([
      'Entry 2: ::/0 is too wide: at most a /16 is taken.',
    ]);
  });

  test('a row of a table without a range is a finding', () => {
    expect(sentencesOf('name,cidr\ncloud,20.1.2.0/24\nlost')).toEqual(['Line 3: There is no range here.']);
  });

  test.each([
    ['Active', 'false'],
    ['is_active', 'FALSE'],
    ['enabled', 'no'],
    ['"Status"', 'Disabled'],
  ])('a row that its column %s calls %s allows nothing', (head, off) => {
    const rows = ['20.1.2.0/24,true', `20.9.0.0/24,${off}`, '2a01:111::/32,'];

    expect(valueOf([`cidr,${head}`, ...rows].join('\n'))).toEqual(two);
    expect(valueOf(`cidr,${head}\n20.9.0.0/24,${off}`)).toContain('The list is empty.');
  });

  test('a first line that is neither range nor known head is no head', () => {
    expect(sentencesOf('hello\n20.1.2.0/24')).toEqual(['Line 1: “hello” is no IP range.']);
  });

  test.each<[string, PastedList]>([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['only comments', '# nothing\n# here'],
    ['an empty array', []],
    ['an empty JSON array', '[]'],
    ['a head alone', 'cidr\n'],
  ])('%s is refused as empty', (_, list) => {
    expect(valueOf(list)).toBe('The list is empty. Write at least one range. Nothing was saved.');
  });

  test.each(['{"prefixes":[]}', '[1, 2]', '["20.1.2.0/24"'])('%s is no list', (text) => {
    expect(valueOf(text)).toContain('no list of texts');
  });

  test('more than 50,000 entries are refused, 50,000 are read', () => {
    const list = (count: number) => Array.from({ length: count }, () => '20.1.2.0/24');

    expect(valueOf(list(50_000))).toEqual(['20.1.2.0/24']);
    expect(valueOf(list(50_001))).toContain('50,001 entries; at most 50,000');
  });

  test('text over 1 MB is refused', () => {
    expect(valueOf(`20.1.2.0/24 #${'x'.repeat(1_000_000)}`)).toContain('larger than 1 MB');
    expect(valueOf(`20.1.2.0/24 #${'é'.repeat(500_000)}`)).toContain('larger than 1 MB');
  });

  test('of many findings the first are told one by one, the others by their number', () => {
    const sentences = sentencesOf(Array.from({ length: 60 }, () => 'x'));

    expect(sentences).toHaveLength(51);
    expect(sentences.at(-1)).toBe('And 10 more.');
  });
});
