import { describe, expect, test } from 'vitest';
import { emailAddress, multilineText, plainText, searchText, webLink } from './text';

const name = plainText({ max: 200 });
const note = multilineText({ min: 0, max: 2000 });

describe('plainText', () => {
  test('text is trimmed and brought to its composed form', () => {
    expect(name.parse('  Zoe\u0308  ')).toBe('Zo\u00EB');
  });

  test.each([
    ['markup, which is text like any other', '<script>alert(1)</script>'],
    ['an emoji made of several code points', '👩‍🚀 Mara'],
    ['a right-to-left name', 'מרה לינדקוויסט'],
    ['left-to-right, right-to-left and Arabic letter marks', 'A\u200EB\u200FC\u061CD'],
    ['a name outside the basic plane', '𠮷野家'],
    ['quotes and backslashes', `O'Neil "M" \\ x`],
  ])('%s is kept as it is', (_, text) => {
    expect(name.parse(text)).toBe(text);
  });

  test.each([
    ['NUL', 'a\u0000b'],
    ['an escape character', 'a\u001Bb'],
    ['delete', 'a\u007Fb'],
    ['a C1 control character', 'a\u009Bb'],
    ['a high surrogate alone', 'a\uD83Db'],
    ['a low surrogate alone', 'a\uDE00b'],
    ['a line feed', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a tab', 'a\tb'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a next-line control', 'a\u0085b'],
    ['a right-to-left override', 'a\u202Eb'],
    ['a left-to-right embedding', 'a\u202Ab'],
    ['an isolate', 'a\u2067b'],
    ['the end of an isolate', 'a\u2069b'],
    ['nothing', ''],
    ['spaces only', '  \u3000 '],
    ['zero-width characters only', '\u200B\u200D\u2060'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['a number', 7],
    ['null', null],
  ])('%s is refused', (_, value) => {
    expect(name.safeParse(value).success).toBe(false);
  });

  test('the limit is inclusive', () => {
    expect(name.safeParse('x'.repeat(200)).success).toBe(true);
    expect(name.safeParse('x'.repeat(201)).success).toBe(false);
  });

  test.each([
    ['x'.repeat(10_000), 'Use at most 200 characters.'],
    ['', 'Write something here.'],
    ['\u200B', 'Write something that can be seen.'],
  ])('a refusal says one thing to do', (text, message) => {
    expect(name.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe('multilineText', () => {
  test('every kind of line break becomes a line feed and tabs stay', () => {
    expect(note.parse('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
  });

  test('nothing is allowed where the minimum is zero', () => {
    expect(note.parse('  ')).toBe('');
  });

  test.each([
    ['NUL', 'a\u0000'],
    ['a lone surrogate', '\uD800'],
    ['a right-to-left override', '\u202Ea'],
    ['2,001 characters', 'x'.repeat(2001)],
  ])('%s is refused', (_, text) => {
    expect(note.safeParse(text).success).toBe(false);
  });
});

describe('emailAddress', () => {
  test('an address is trimmed and keeps its spelling', () => {
    expect(emailAddress.parse(' Mara@Example.com ')).toBe('Mara@Example.com');
  });

  test.each([
    'mara',
    'mara@',
    'a b@example.com',
    'a\u0000@example.com',
    `${'a'.repeat(250)}@example.com`,
    '',
  ])('%j is refused', (text) => {
    expect(emailAddress.safeParse(text).success).toBe(false);
  });
});

describe('searchText', () => {
  const search = searchText({ max: 5 });

  test('any text is kept, trimmed, and none is a search for everything', () => {
    expect(['  50%_ ', '', ' \n'].map((text) => search.parse(text))).toEqual(['50%_', '', '']);
  });

  test.each(['a\u0000b', 'longer'])('%j is refused', (text) => {
    expect(search.safeParse(text).success).toBe(false);
  });
});

describe('webLink', () => {
  test.each(['https://example.com/a?b#c', 'http://localhost:3000/x', 'HTTPS://EXAMPLE.COM/'])(
    '%s is kept',
    (text) => {
      expect(webLink.parse(text)).toBe(text);
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    '//example.com',
    'http:example.com',
    'https://',
    'https://user@example.com/',
    'https://:password@example.com/',
    'https://example.com/\u0000',
    'not a link',
    `https://example.com/${'x'.repeat(2000)}`,
  ])('%j is refused', (text) => {
    expect(webLink.safeParse(text).success).toBe(false);
  });
});
