import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { confirmationFields, confirmSetting } from './confirm-setting';
import { neverWritten } from './setting';

const at = new Date('2026-11-18T10:36:00Z');

test.each([true, false])(
  'a confirmation rests on what is wanted now (%s) and leaves the version alone',
  (wanted) => {
    const current = { ...neverWritten('codex.local'), wanted, version: 4 };
    const next = confirmSetting(current, { state: 'off', at, by: 'Sam', note: 'Seen', link: null });

    expect(next).toEqual({
      ...current,
      confirmation: { state: 'off', at, by: 'Sam', note: 'Seen', link: null, restsOn: wanted },
    });
  },
);

describe('confirmationFields', () => {
  const fields = z.strictObject(confirmationFields);

  test.each([
    ['missing', { state: 'on' }],
    ['null', { state: 'on', note: null, link: null }],
    ['blank', { state: 'on', note: '  ', link: '' }],
  ])('a %s note or link is stored as none', (_, value) => {
    expect(fields.parse(value)).toEqual({ state: 'on', note: null, link: null });
  });

  test('a note may have several lines and a link may be http', () => {
    const value = { state: 'off', note: 'Seen\nby Sam', link: 'http://wiki.example/x' };

    expect(fields.parse(value)).toEqual(value);
  });

  test.each([
    ['a script for a link', { state: 'on', link: 'javascript:alert(1)' }],
    ['a note of 2,001 characters', { state: 'on', note: 'x'.repeat(2001) }],
    ['NUL in a note', { state: 'on', note: 'a\u0000' }],
    ['another state', { state: 'maybe' }],
    ['no state', {}],
    ['an unknown field', { state: 'on', seen: true }],
  ])('%s is refused', (_, value) => {
    expect(fields.safeParse(value).success).toBe(false);
  });

  test('a link that is too long gets a sentence of its own', () => {
    const link = `https://example.com/${'x'.repeat(2000)}`;
    const messages = fields.safeParse({ state: 'on', link }).error?.issues.map((issue) => issue.message);

    expect(messages).toEqual(['Use at most 2,000 characters.']);
  });
});
