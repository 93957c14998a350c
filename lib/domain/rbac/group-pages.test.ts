import { describe, expect, test } from 'vitest';
import type { GroupSummary } from './access-facts';
import { findGroups, groupPage, groupPageSize, type GroupFilter } from './group-pages';

const group = (name: string, more: Partial<GroupSummary> = {}): GroupSummary => ({
  id: name,
  name,
  source: 'manual',
  version: 1,
  roleIds: [],
  rolesVersion: 0,
  people: 0,
  ...more,
});
const groups = [
  group('Payments', { roleIds: ['pilot'], people: 3 }),
  group('Platform', { source: 'scim', roleIds: ['pilot', 'admin'] }),
  group('Straße', { people: 1 }),
];

test.each<[GroupFilter, string[]]>([
  [{}, ['Payments', 'Platform', 'Straße']],
  [{ search: 'PLAT' }, ['Platform']],
  [{ search: 'aße' }, ['Straße']],
  [{ source: 'scim' }, ['Platform']],
  [{ role: 'pilot' }, ['Payments', 'Platform']],
  [{ role: 'admin' }, ['Platform']],
  [{ role: '' }, ['Straße']],
  [{ people: 'none' }, ['Platform']],
  [{ people: 'some' }, ['Payments', 'Straße']],
  [{ people: 'some', role: 'pilot', search: 'p', source: 'manual' }, ['Payments']],
  [{ role: 'none' }, []],
])('groups that fit %j', (filter, names) => {
  expect(findGroups(groups, filter).map(({ name }) => name)).toEqual(names);
});

describe('pages of groups', () => {
  const many = Array.from({ length: 250 }, (_, at) => group(`g${String(at).padStart(3, '0')}`));
  const pageOf = (found: typeof many, place: Parameters<typeof groupPage>[2]) =>
    groupPage(found, many, place);

  test('follow one another and lead back', () => {
    const first = pageOf(many, null);
    const second = pageOf(many, first.next);
    const third = pageOf(many, second.next);

    expect([first, second, third].flatMap(({ shown }) => shown)).toEqual(many);
    expect([first.from, second.from, third.from]).toEqual([0, groupPageSize, 2 * groupPageSize]);
    expect(third.next).toBeNull();
    expect(pageOf(many, third.back)).toEqual(second);
    expect(second.back).toEqual({ after: '', row: 0 });
    expect(first.back).toBeNull();
  });

  test('begin behind the same group, whatever came or went before it', () => {
    const { next } = pageOf(many, null);
    const fewer = many.filter((_, at) => at % 10 !== 3);

    expect(groupPage(fewer, fewer, next).shown[0]).toBe(many[100]);
    expect(groupPage(fewer, fewer, next).from).toBe(90);
  });

  test('begin behind a group that fits no longer, and behind as many rows where it is gone', () => {
    const { next } = pageOf(many, null);
    const without = many.filter(({ id }) => id !== next?.after);

    expect(groupPage(without, many, next).shown[0]).toBe(many[100]);
    expect(groupPage(without, without, next).from).toBe(100);
    expect(groupPage(many.slice(0, 5), many.slice(0, 5), { after: 'none', row: 100 }).shown).toEqual([]);
  });
});
