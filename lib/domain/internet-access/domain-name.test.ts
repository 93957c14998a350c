import { describe, expect, test } from 'vitest';
import { domainName, domainNames } from './domain-name';

describe('domainName', () => {
  test.each([
    ['registry.npmjs.org', 'registry.npmjs.org'],
    [' PyPI.org ', 'pypi.org'],
    ['pypi.org.', 'pypi.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ＰｙＰＩ.org', 'pypi.org'],
    ['a-b.example', 'a-b.example'],
  ])('%j is %s', (text, name) => {
    expect(domainName(text)).toEqual({ ok: true, value: name });
  });

  test.each([
    ['*.npmjs.org', 'wildcard'],
    ['https://pypi.org', 'no host name'],
    ['pypi.org/simple', 'no host name'],
    ['pypi.org:443', 'no host name'],
    ['user@pypi.org', 'no host name'],
    ['127.0.0.1', 'address'],
    ['0x7f.1', 'address'],
    ['2130706433', 'address'],
    ['[::1]', 'no host name'],
    ['::1', 'no host name'],
    ['localhost', 'one word'],
    ['-a.example', 'no host name'],
    ['a_b.example', 'no host name'],
    ['a..example', 'no host name'],
    [`${'a'.repeat(64)}.example`, 'no host name'],
    ['', 'no host name'],
    ['py\u0000pi.org', 'no host name'],
  ])('%j is refused: %s', (text, why) => {
    const name = domainName(text);

    expect(name.ok).toBe(false);
    expect(!name.ok && name.error.message).toContain(why);
  });
});

describe('domainNames', () => {
  test('each name stands once, in the order of the alphabet', () => {
    expect(domainNames.parse(['pypi.org', 'A.example', 'PYPI.org'])).toEqual(['a.example', 'pypi.org']);
  });

  test('every wrong one is told', () => {
    const parsed = domainNames.safeParse(['pypi.org', 'localhost', '10.0.0.1']);

    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      '“localhost” is one word. Write the whole host name.',
      '“10.0.0.1” is an address. Write the host name behind it.',
    ]);
  });
});
