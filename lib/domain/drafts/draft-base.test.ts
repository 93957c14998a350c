import { describe, expect, test } from 'vitest';
import { baseOf, keptBase, movedSince } from './draft-base';
import { movedWords } from './base-words';
import type { DraftChange } from './draft-change';
import type { DraftWorld } from './draft-world';

const world: DraftWorld = {
  stamp: { rules: 1, people: 1 },
  model: 'guide-2026-03',
  defaults: { 'gpts.share': true },
  roles: [{ id: 'users', name: 'Users', permissions: { 'codex.local': true }, version: 1 }],
  groups: [
    { id: 'pay', name: 'Payments', source: 'manual', roleIds: [] },
    { id: 'ops', name: 'Operations', source: 'manual', roleIds: ['users'] },
  ],
  people: [{ id: 'nadia', name: 'Nadia', groupIds: [] }],
};
const later = (changed: Partial<DraftWorld>): DraftWorld => ({
  ...world,
  stamp: { rules: 2, people: 2 },
  ...changed,
});
const given: DraftChange = { kind: 'group-role-added', group: 'pay', role: 'users' };
const joined: DraftChange = { kind: 'membership-added', group: 'ops', person: 'nadia' };

const moved = (changes: DraftChange[], now: DraftWorld) =>
  movedSince(baseOf(changes, world), now).map((one) => movedWords(one, (key) => key));

describe('what a draft rests on', () => {
  test.each<[string, DraftChange, Partial<DraftWorld>, { subject: string; before: string; now: string }]>([
    [
      'the permissions of a role it gives',
      given,
      { roles: [{ id: 'users', name: 'Users', permissions: {}, version: 2 }] },
      { subject: 'Role Users', before: 'Grants codex.local', now: 'Grants none of these' },
    ],
    [
      'the roles a group has already',
      given,
      { groups: [{ id: 'pay', name: 'Payments', source: 'manual', roleIds: ['users'] }] },
      { subject: 'Group Payments', before: 'No role', now: 'Has Users' },
    ],
    [
      'the defaults that people leave',
      given,
      { defaults: { 'gpts.share': true, 'apps.use': true } },
      { subject: 'Workspace defaults', before: 'Grants none of these', now: 'Grants apps.use' },
    ],
    [
      'the model',
      given,
      { model: 'tri-state' },
      {
        subject: 'Workspace defaults',
        before: 'Grants gpts.share, by guide-2026-03',
        now: 'Grants gpts.share, by tri-state',
      },
    ],
    [
      'whether somebody is in the group',
      joined,
      { people: [{ id: 'nadia', name: 'Nadia', groupIds: ['ops'] }] },
      { subject: 'Nadia in Operations', before: 'Is not in it', now: 'Is in it' },
    ],
    [
      'what the group one joins gives',
      joined,
      { roles: [{ id: 'users', name: 'Users', permissions: { 'codex.cloud': true }, version: 2 }] },
      { subject: 'Role Users', before: 'Grants codex.local', now: 'Grants codex.cloud' },
    ],
    [
      'a group that is removed',
      joined,
      { groups: world.groups.slice(0, 1), people: [] },
      { subject: 'Group Operations', before: 'Has Users', now: 'Removed' },
    ],
  ])('%s has moved', (_, change, changed, words) => {
    expect(moved([change], later(changed))).toContainEqual(words);
  });

  test('names, orders and what it does not touch move nothing', () => {
    const renamed = later({
      roles: [{ id: 'users', name: 'Codex Users', permissions: { 'codex.local': true }, version: 2 }],
      groups: world.groups.map((group) => (group.id === 'ops' ? { ...group, roleIds: [] } : group)),
    });

    expect(moved([given], renamed)).toEqual([]);
  });

  test('is kept for changes that were looked at, and taken as it is now for others', () => {
    const now = later({ defaults: {} });
    const kept = keptBase(baseOf([given], world), [given, joined], now);

    expect(kept.values).toContainEqual(expect.objectContaining({ kind: 'membership' }));
    expect(movedSince(kept, now).map(({ before }) => before.kind)).toEqual(['defaults']);
  });
});
