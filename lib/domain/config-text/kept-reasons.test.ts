import { expect, test } from 'vitest';
import { keptReasons } from './kept-reasons';

test('a reason stays while its key says the same, wherever that stands', () => {
  const reasons = { 'a.b': 'one', 'a."c.d"': 'two', e: 'three' };
  const before = 'a.b = 1\na."c.d" = [1]\ne = 2\n';

  expect(keptReasons(reasons, before, '[a]\n"c.d" = [ 1 ] # why\nb = 1\n')).toEqual({
    'a.b': 'one',
    'a."c.d"': 'two',
  });
  expect(keptReasons(reasons, before, 'a.b = 2\ne = 2\n')).toEqual({ e: 'three' });
});
