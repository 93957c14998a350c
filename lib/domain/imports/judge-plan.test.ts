import { describe, expect, test } from 'vitest';
import { noCounts, numberToType } from './import-counts';
import type { ImportEffect } from './import-effect';
import type { ImportPlan } from './import-view';
import { judgePlan } from './judge-plan';

const markOf = (sign: string) => `1-0-0-${sign.repeat(64)}`;
const none = { people: 0, permissions: [] };
const effect: ImportEffect = {
  ...{ losses: none, gains: none, leavesDefault: none, comeWithRoles: 0, unchanged: 0, breaks: [] },
  mark: markOf('a'),
};
const planOf = (counts: Partial<typeof noCounts>, stored = 100): ImportPlan => {
  const byKind = { people: { ...noCounts, ...counts } };
  const toType = numberToType(byKind, { people: stored });
  return {
    ...{ byKind, toType, effect, rejected: [], goesAlong: { memberships: 0, roles: 0 } },
    ...{ access: { joins: 0, leaves: 0 }, kept: { groups: 0, names: [] } },
  };
};
const plan = (removed: number, rejected: number) => planOf({ removed, rejected });
const codeOf = (...args: Parameters<typeof judgePlan>) => {
  const judged = judgePlan(...args);
  return judged.ok ? 'ok' : judged.error.code;
};

describe('judgePlan', () => {
  test.each([
    [5, null],
    [6, 6],
    [100, 100],
    [0, null],
  ])('of 100, %s removals ask for %s', (removed, number) => {
    expect(plan(removed, 0).toType).toBe(number);
  });

  test('one kind of which much goes is enough to ask', () => {
    const byKind = { people: { ...noCounts, removed: 1 }, groups: { ...noCounts, removed: 3 } };

    expect(numberToType(byKind, { people: 1000, groups: 10 })).toBe(4);
    expect(numberToType(byKind, { people: 1000, groups: 1000 })).toBeNull();
  });

  test.each([
    [plan(0, 1), false, null, 'rows_rejected'],
    [plan(0, 1), true, null, 'ok'],
    [plan(6, 0), false, null, 'removals_unconfirmed'],
    [plan(6, 0), false, 5, 'removals_unconfirmed'],
    [plan(6, 0), false, 6, 'ok'],
    [plan(5, 0), false, null, 'ok'],
  ])('%#: %o', (found, skipRejected, removals, code) => {
    expect(codeOf(found, { skipRejected, removals })).toBe(code);
  });

  test.each([
    ['the one that was looked at', planOf({ added: 1 }), markOf('a'), 'ok'],
    ['another than was looked at', planOf({ added: 1 }), markOf('b'), 'effect_moved'],
    ['one nobody looked at', planOf({ added: 1 }), null, 'ok'],
    ['none any more, because nothing is left to do', planOf({ unchanged: 1 }), markOf('b'), 'ok'],
    [
      'unknown, because it was found by an older version',
      { ...planOf({ added: 1 }), effect: null },
      markOf('b'),
      'ok',
    ],
  ])('its effect is %s', (_, found, seen, code) => {
    expect(codeOf(found, { skipRejected: false, removals: null, seen })).toBe(code);
  });
});
