import { describe, expect, test } from 'vitest';
import { appliesTo, compareDecisions, decide, undecided, type Surface, type SurfaceChoice } from './decision';

test.each<[Surface, SurfaceChoice | null, boolean]>([
  ['local', null, true],
  ['cloud', null, true],
  ['any', null, true],
  ['local', 'local', true],
  ['cloud', 'local', false],
  ['any', 'local', true],
  ['local', 'cloud', false],
  ['cloud', 'cloud', true],
  ['any', 'cloud', true],
  ['local', 'both', true],
  ['cloud', 'both', true],
  ['any', 'both', true],
])('what concerns %s is part of a rollout decided as %s: %s', (surface, surfaces, expected) => {
  expect(appliesTo(surface, surfaces)).toBe(expected);
});

test('deciding counts one write', () => {
  expect(decide(undecided, 'both')).toEqual({ surfaces: 'both', version: 1 });
});

test('deciding the same again changes nothing', () => {
  const current = { surfaces: 'local', version: 2 } as const;

  expect(decide(current, 'local')).toBe(current);
});

describe('compareDecisions', () => {
  const tasks = [{ surface: 'local' }, { surface: 'cloud' }, { surface: 'any' }] as const;

  test('from local to cloud, local work becomes void and cloud work comes in', () => {
    expect(compareDecisions(tasks, 'local', 'cloud')).toEqual({
      becomesVoid: [{ surface: 'local' }],
      comesIn: [{ surface: 'cloud' }],
    });
  });

  test('the first decision only takes away, because everything applied before', () => {
    expect(compareDecisions(tasks, null, 'local')).toEqual({
      becomesVoid: [{ surface: 'cloud' }],
      comesIn: [],
    });
  });
});
