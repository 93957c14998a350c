import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { both, isSelected, others, select, selectedFrom, selectPositions, sizeBefore } from './selection';

const some = fc.array(fc.boolean(), { maxLength: 200 });
const positionsOf = (flags: readonly boolean[]) => [...flags.keys()].filter((at) => flags[at]);

describe('a selection', () => {
  test('holds exactly those who are meant, by a rule or by their positions', () => {
    fc.assert(
      fc.property(some, (flags) => {
        const meant = positionsOf(flags);
        const chosen = select(flags.length, (at) => flags[at] === true);
        expect(chosen.size).toBe(meant.length);
        expect(selectPositions(flags.length, meant)).toEqual(chosen);
        expect(selectedFrom(chosen, { from: 0, limit: Infinity })).toEqual(meant);
        expect(positionsOf(flags.map((_, at) => isSelected(chosen, at)))).toEqual(meant);
      }),
    );
  });

  test('a page begins where it is asked to, and knows how many stand before it', () => {
    fc.assert(
      fc.property(some, fc.nat(210), fc.nat(20), (flags, from, limit) => {
        const chosen = selectPositions(flags.length, positionsOf(flags));
        const meant = positionsOf(flags);
        const rest = meant.filter((at) => at >= from);
        expect(selectedFrom(chosen, { from, limit })).toEqual(rest.slice(0, limit));
        expect(sizeBefore(chosen, from)).toBe(meant.length - rest.length);
      }),
    );
  });

  test('of two there are those in both, and those outside', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 100 }), (pairs) => {
        const [one, other] = [0, 1].map((side) => select(pairs.length, (at) => pairs[at]?.[side] === true));
        if (!one || !other) return;
        expect(both(one, other)).toEqual(select(pairs.length, (at) => pairs[at]?.every(Boolean) === true));
        expect(others(pairs.length, one)).toEqual(select(pairs.length, (at) => pairs[at]?.[0] === false));
      }),
    );
  });

  test('positions of nobody are passed over', () => {
    expect(selectPositions(3, [-1, 1, 3, 1])).toEqual(selectPositions(3, [1]));
  });
});
