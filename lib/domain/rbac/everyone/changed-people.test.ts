import { describe, expect, test } from 'vitest';
import { comparedOf } from '#test/access-oracle/compared';
import type { World } from '#test/access-oracle/world';
import {
  countProfiles,
  differenceCursor,
  differencePage,
  differencePageSize,
  type ComparedAccess,
} from './changed-people';
import type { AccessChange } from './what-if';

/** Everybody is in a group that gets its first role. */
const world: World = {
  model: 'guide-2026-03',
  catalog: {},
  defaults: { a: true },
  roles: [{ b: true }],
  groups: [{ roles: [] }],
  people: Array.from({ length: differencePageSize * 2 + 7 }, () => ({
    isActive: true,
    groups: [0],
    direct: [],
  })),
};
const changes: AccessChange[] = [{ kind: 'group-role-added', group: 'group-0', role: 'role-0' }];

const at = (compared: ComparedAccess, cursor: string | null) =>
  differencePage(compared, 'losses', cursor ? differenceCursor.parse(cursor) : null);

describe('the pages of a list', () => {
  test('hold everybody once, forwards and back', () => {
    const compared = comparedOf(world, changes);
    const first = at(compared, null);
    const second = at(compared, first.cursor);
    const third = at(compared, second.cursor);

    expect([first, second, third].map(({ places }) => places.length)).toEqual([50, 50, 7]);
    expect(third).toMatchObject({ from: 100, cursor: null });
    expect([first.back, second.back]).toEqual([null, '']);
    expect(at(compared, third.back).from).toBe(50);
  });

  test('go on behind the same person while others leave, and behind the same row once they are gone', () => {
    const { cursor } = at(comparedOf(world, changes), null);
    const people = world.people.map((person, row) => (row < 10 ? { ...person, isActive: false } : person));
    const fewer = comparedOf({ ...world, people }, changes);

    expect(at(fewer, cursor).from).toBe(40);
    expect(at(fewer, '9999-50').from).toBe(50);
  });

  test('a text that is no cursor is refused', () => {
    expect(differenceCursor.safeParse('Nadia').success).toBe(false);
  });
});

describe('profiles of a difference', () => {
  test('people who lose and gain the same are one, whatever groups they are in', () => {
    expect(countProfiles(comparedOf(world, changes), 'losses')).toBe(1);
    const [first, ...others] = world.people;
    const people = [...(first ? [{ ...first, groups: [0, 1] }] : []), ...others];
    const mixed = {
      ...world,
      people,
      groups: [{ roles: [] }, { roles: [1] }],
      roles: [{ b: true }, { b: true }],
    };

    // Whoever has the other role already has left the default, so nothing changes for them.
    expect(countProfiles(comparedOf(mixed, changes), 'losses')).toBe(1);
    const richer = { ...mixed, defaults: { a: true, c: true }, roles: [{ b: true }, { a: true, c: true }] };
    const revoked: AccessChange[] = [
      ...changes,
      { kind: 'role-permission-revoked', role: 'role-1', permission: 'c' },
    ];
    expect(countProfiles(comparedOf(richer, revoked), 'losses')).toBe(2);
  });
});
