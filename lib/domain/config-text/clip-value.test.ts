import { describe, expect, test } from 'vitest';
import { clipValue } from './clip-value';

const list = (count: number) =>
  `[${Array.from({ length: count }, (_, at) => `"host-${String(at)}"`).join(', ')}]`;

describe('clipValue', () => {
  test('shows the first five entries of a long list and tells how many more there are', () => {
    expect(clipValue(list(42))).toEqual({
      shown: '["host-0", "host-1", "host-2", "host-3", "host-4", …]',
      left: 'and 37 more',
    });
  });

  test('shows a short value whole', () => {
    for (const toml of [list(5), 'true', '"a, b, c, d, e, f, g"', '{ a = 1 }']) {
      expect(clipValue(toml)).toEqual({ shown: toml, left: null });
    }
  });

  test('cuts anything else that is long, also long entries, never within a character', () => {
    expect(clipValue(`"${'x'.repeat(1500)}"`).left).toBe('and 1,262 characters more');
    const { shown } = clipValue(`"${'x'.repeat(238)}😀${'x'.repeat(100)}"`);
    expect(shown).toBe(`"${'x'.repeat(238)}…`);
    const wide = `[${Array.from({ length: 9 }, () => `"${'y'.repeat(200)}"`).join(', ')}]`;
    expect(clipValue(wide).shown.length).toBeLessThan(260);
  });
});
