import { describe, expect, test } from 'vitest';
import { readPublication } from './read-publication';

const file = (prefixes: unknown, more: Record<string, unknown> = { creationTime: '2026-11-20T08:00:00Z' }) =>
  JSON.stringify({ ...more, prefixes });
const good = [{ ipv4Prefix: '20.1.2.0/24' }, { ipv6Prefix: '2a01:111::/32' }];
const outcome = (text: string) => {
  const read = readPublication(text);
  return read.ok ? read.value : read.error.code;
};

describe('readPublication', () => {
  test('gives the ranges and when the file was made', () => {
    expect(outcome(file(good))).toEqual({
      cidrs: ['20.1.2.0/24', '2a01:111::/32'],
      publishedAt: new Date('2026-11-20T08:00:00Z'),
    });
  });

  test.each([
    ['2026-11-20T08:00:00.123456', '2026-11-20T08:00:00.123Z'],
    ['2026-11-20T08:00:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T08:00:00+02:00', '2026-11-20T06:00:00.000Z'],
  ])('%s is understood, without a zone as UTC', (creationTime, at) => {
    expect(outcome(file(good, { creationTime }))).toMatchObject({ publishedAt: new Date(at) });
  });

  test('a file that does not say when it was made is read', () => {
    expect(outcome(file(good, {}))).toMatchObject({ publishedAt: null });
  });

  test('fields beyond those it needs are left alone, repeated ranges count once', () => {
    const prefixes = [...good, { ipv4Prefix: '20.1.2.0/24', service: 'agents' }];

    expect(outcome(file(prefixes, { syncToken: '1' }))).toMatchObject({ cidrs: { length: 2 } });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['half a file', file(good).slice(0, -12)],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['a list', JSON.stringify(good)],
    ['null', 'null'],
    ['no ranges at all', file([])],
    ['no list of ranges', JSON.stringify({ creationTime: '2026-11-20T08:00:00Z' })],
    ['ranges that are no list', file({ ipv4Prefix: '20.1.2.0/24' })],
    ['a time that is none', file(good, { creationTime: 'yesterday' })],
    ['a time that is a number', file(good, { creationTime: 1_700_000_000 })],
    ['a thirteenth month', file(good, { creationTime: '2026-13-01T00:00:00Z' })],
    ['a day that its month does not have', file(good, { creationTime: '2026-02-31T00:00:00Z' })],
    ['the year 0', file(good, { creationTime: '0000-06-01T00:00:00Z' })],
    ['the year 0 by its zone', file(good, { creationTime: '0001-01-01T00:00:00+02:00' })],
    ['the year 10000 by its zone', file(good, { creationTime: '9999-12-31T23:00:00-02:00' })],
    ['the year 10000', file(good, { creationTime: '10000-01-01T00:00:00Z' })],
    ['an entry that is text', file([...good, '20.1.3.0/24'])],
    ['an entry that is null', file([...good, null])],
    ['an entry without a range', file([...good, {}])],
    ['an entry with both', file([...good, { ipv4Prefix: '20.1.3.0/24', ipv6Prefix: '2a02::/32' }])],
    ['a number as range', file([...good, { ipv4Prefix: 20 }])],
    ['IPv6 as IPv4', file([...good, { ipv4Prefix: '2a02::/32' }])],
    ['IPv4 as IPv6', file([...good, { ipv6Prefix: '20.1.3.0/24' }])],
    ['a bare address', file([...good, { ipv4Prefix: '20.1.3.1' }])],
    ['host bits', file([...good, { ipv4Prefix: '20.1.3.1/24' }])],
    ['all of IPv4', file([...good, { ipv4Prefix: '0.0.0.0/0' }])],
    ['all of IPv6', file([...good, { ipv6Prefix: '::/0' }])],
    ['a private range', file([...good, { ipv4Prefix: '10.0.0.0/8' }])],
    ['loopback as mapped IPv6', file([...good, { ipv6Prefix: '::ffff:7f00:1/128' }])],
    ['50,001 entries', file(Array.from({ length: 50_001 }, () => ({ ipv4Prefix: '20.1.2.0/24' })))],
    ['more than 1 MB', `${file(good)}${' '.repeat(1_000_000)}`],
  ])('%s makes the whole file unusable', (_, text) => {
    expect(outcome(text)).toBe('published_file_unusable');
  });

  test('each malformed entry is named', () => {
    const read = readPublication(file([...good, { ipv4Prefix: '20.1.3.1/24' }, {}]));

    expect(!read.ok && read.error.fields.text).toEqual([
      'Entry 3: 20.1.3.1/24 does not begin a range. Write 20.1.3.0/24.',
      'Entry 4: There is not exactly one IPv4 or IPv6 range here.',
    ]);
  });

  test('no part of a file cut at any place is taken', () => {
    const whole = file(good);
    for (let end = 0; end < whole.length; end += 1) {
      expect(outcome(whole.slice(0, end))).toBe('published_file_unusable');
    }
  });
});
