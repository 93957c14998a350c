import { expect, test } from 'vitest';
import { accessKey, coverOf } from './profiles';

const of = (...people: number[]) => people.map((one) => ({ people: one }));

test('the fewest profiles that cover nine people of ten, and how many they are', () => {
  expect(coverOf(of(60, 29, 1, 10))).toEqual({ profiles: 3, people: 90 });
  expect(coverOf(of(90, 10))).toEqual({ profiles: 1, people: 90 });
  expect(coverOf(of(89, 11))).toEqual({ profiles: 2, people: 100 });
  expect(coverOf([])).toEqual({ profiles: 0, people: 0 });
});

test('the key is the access alone: order does not matter, levels do', () => {
  const key = (...levels: [string, number][]) => accessKey(new Map(levels));
  expect(key(['a', 1], ['b', 2])).toBe(key(['b', 2], ['a', 1]));
  expect(key(['a', 1])).not.toBe(key(['a', 2]));
});
