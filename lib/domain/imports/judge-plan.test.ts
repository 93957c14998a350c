import { describe, expect, test } from 'vitest';
import { noCounts, numberToType } from './import-counts';
import { judgePlan } from './judge-plan';

const plan = (removed: number, rejected: number, stored = 100) => {
  const byKind = { people: { ...noCounts, removed, rejected } };
  const toType = numberToType(byKind, { people: stored });
  return {
    ...{ byKind, toType, rejected: [], goesAlong: { memberships: 0, roles: 0 } },
    access: { joins: 0, leaveDefault: 0, leaves: 0 },
  };
};
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
});
