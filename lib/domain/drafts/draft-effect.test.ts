import { describe, expect, test } from 'vitest';
import { appliedWords, checkEffect, countsIn, effectMark, markOf } from './draft-effect';

const mark = (losses: number, leavesDefault: number, gains: number, digit = 'a') =>
  markOf({ losses, leavesDefault, gains }, digit.repeat(64));

describe('the effect of a draft', () => {
  test('a mark tells its counts, and no other text is one', () => {
    expect(countsIn(mark(12, 0, 6_003))).toEqual({ losses: 12, leavesDefault: 0, gains: 6_003 });
    expect(effectMark.safeParse(mark(12, 0, 3)).success).toBe(true);
    for (const text of ['', '12-0-3', mark(-1, 0, 0), `${mark(1, 1, 1)}0`]) {
      expect(effectMark.safeParse(text).success).toBe(false);
    }
  });

  test('as it was seen nothing is said', () => {
    expect(checkEffect(mark(1, 2, 3), mark(1, 2, 3))).toMatchObject({ ok: true });
  });

  test('each count that has moved is told, now and then', () => {
    expect(checkEffect(mark(0, 0, 3), mark(1, 0, 6_003, 'b'))).toMatchObject({
      error: {
        code: 'effect_moved',
        seen: { losses: 0, leavesDefault: 0, gains: 3 },
        now: { losses: 1, leavesDefault: 0, gains: 6_003 },
        message:
          'Whom this draft meets has changed since you looked: 1 person would lose something, and it was 0 people; 6,003 people would gain something, and it was 3 people. Look again, then apply it.',
      },
    });
  });

  test('as many others are others', () => {
    const result = checkEffect(mark(0, 0, 3), mark(0, 0, 3, 'b'));

    expect(result).toMatchObject({ error: { code: 'effect_moved' } });
    expect(JSON.stringify(result)).toContain('as many people, but not the same ones');
  });

  test('what it did is one sentence', () => {
    expect(appliedWords({ losses: 0, leavesDefault: 1, gains: 500 })).toBe(
      'When it was applied: 500 people gained, nobody lost, 1 person left the default.',
    );
  });
});
