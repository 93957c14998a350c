import { describe, expect, test } from 'vitest';
import { permissions } from '#lib/catalog/permissions';
import { mostExpectations, type Draft, type Expectation } from './expectation';
import { moveOne } from './move-one';
import { readExpectations } from './read-expectations';

const draft = (said: Partial<Draft>): Draft => ({
  id: null,
  kind: 'nobody',
  group: null,
  permission: 'codex.cloud',
  people: null,
  ...said,
});
const stored: Expectation = {
  id: 'old',
  kind: 'nobody',
  group: 'gone',
  groupName: 'Contractors',
  permission: 'codex.retired',
  people: null,
};
let next = 0;
const known = {
  groups: [
    { id: 'Platform', name: 'Data' },
    { id: 'g2', name: 'Platform' },
  ],
  permissions,
  before: [stored],
  newId: () => `new-${(next += 1)}`,
};

describe('readExpectations', () => {
  test('an id goes before a name', () => {
    expect(readExpectations([draft({ group: 'Platform' })], known)).toMatchObject({
      value: [{ group: 'Platform', groupName: 'Data' }],
    });
    expect(readExpectations([draft({ group: 'data' })], known)).toMatchObject({
      value: [{ group: 'Platform' }],
    });
  });

  test('a sentence keeps its id and may go on naming what is gone', () => {
    const { groupName: _, ...said } = stored;
    expect(readExpectations([{ ...said, id: null }], known)).toEqual({ ok: true, value: [stored] });
  });

  test('an id stands once', () => {
    const twice = [draft({ id: 'a' }), draft({ id: 'a', permission: 'codex.local' })];
    expect(readExpectations(twice, known)).toMatchObject({
      ok: false,
      error: { faults: [{ at: 1, field: 'id' }] },
    });
  });

  test('there may be a hundred', () => {
    const many = Array.from({ length: mostExpectations + 1 }, (_, people) =>
      draft({ kind: 'atMost', people }),
    );
    expect(readExpectations(many, known).ok).toBe(false);
    expect(readExpectations(many.slice(1), known).ok).toBe(true);
  });
});

test('one moves by a place, and stays at an end', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(moveOne(list, 'b', 'up').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(moveOne(list, 'b', 'down').map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(moveOne(list, 'a', 'up')).toBe(list);
  expect(moveOne(list, 'c', 'down')).toBe(list);
});
