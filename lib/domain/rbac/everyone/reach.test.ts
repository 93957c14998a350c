import { expect, test } from 'vitest';
import { reachWords } from './reach';

test('a reach is told in people and groups', () => {
  expect(reachWords({ people: 1, groups: 1 })).toBe('1 person in 1 group');
  expect(reachWords({ people: 98_400, groups: 0 })).toBe('98,400 people in 0 groups');
});
