import { expect, test } from 'vitest';
import type { GroupSummary } from './access-facts';
import { findGroups, type GroupFilter } from './group-pages';

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
