import { describe, expect, test } from 'vitest';
import { differentLines } from './line-difference';

const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word} ${String(at)}\n`).join('');

describe('differentLines', () => {
  test('shows what differs, each line with its number and a few lines around it', () => {
    const before = numbered(20, 'line');
    const after = before.replace('line 10\n', 'other\nmore\n');

    expect(differentLines(before, after)).toEqual([
      [
        { kind: 'same', line: 9, text: 'line 8' },
        { kind: 'same', line: 10, text: 'line 9' },
        { kind: 'removed', line: 11, text: 'line 10' },
        { kind: 'added', line: 11, text: 'other' },
        { kind: 'added', line: 12, text: 'more' },
        { kind: 'same', line: 13, text: 'line 11' },
        { kind: 'same', line: 14, text: 'line 12' },
      ],
    ]);
    expect(differentLines(before, before)).toEqual([]);
  });

  test('shows both whole where nearly all of two long texts differs', () => {
    const parts = differentLines(numbered(3000, 'mine'), numbered(3000, 'theirs'));

    expect(parts).toHaveLength(1);
    expect(parts[0]).toHaveLength(6000);
    expect(parts[0]?.at(-1)).toEqual({ kind: 'added', line: 3000, text: 'theirs 2999' });
  });
});
