import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { acceptRisk } from '#lib/domain/acceptances/accept-risk';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import type { AccessFacts, GroupSummary } from './access-facts';
import { accessStanding, type AccessPart } from './access-standing';
import { allOn } from './grants';
import { nearestWays } from './nearest-ways';
import { guideModel } from './resolution-model';

const role = (id: string, ...permissions: string[]) => ({
  id,
  name: `Role ${id}`,
  permissions: allOn(permissions),
  version: 1,
});
const group = (id: string, people: number, ...roleIds: string[]): GroupSummary => ({
  id,
  name: `Group ${id}`,
  source: 'manual',
  version: 1,
  rolesVersion: 1,
  roleIds,
  people,
});

const empty: AccessFacts = nothingStored.access;
const users = role('users', 'codex.local');
const admins = role('admins', 'codex.administer', 'gpts.use');

const company: AccessFacts = {
  model: guideModel,
  defaults: { permissions: allOn(['codex.local', 'gpts.use']), version: 1 },
  roles: [users, admins],
  groups: [group('u', 40, 'users'), group('a', 5, 'admins')],
  profiles: [
    { roleIds: [], people: 60, groupIds: [] },
    { roleIds: ['users'], people: 37, groupIds: ['u'] },
    { roleIds: ['admins', 'users'], people: 3, groupIds: ['a', 'u'] },
    { roleIds: ['admins'], people: 2, groupIds: ['a'] },
  ],
};

const factsOf = (access: AccessFacts, more: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now: new Date('2026-11-18T10:00:00Z'),
  digest: (text) => text,
  access,
  ...more,
});
const stands = (part: AccessPart, access: AccessFacts) => {
  const { state, reason } = accessStanding(part, factsOf(access));
  return [state, reason];
};

const parts = ['defaults', 'roles', 'assignment', 'resolution', 'lost-defaults', 'gradual'] as const;

describe('accessStanding', () => {
  test.each(parts)('in an empty workspace %s is to do, and says why', (part) => {
    const standing = accessStanding(part, factsOf(empty));
    expect(standing).toMatchObject({ state: 'todo', version: 0, content: null });
    expect(standing.reason).toMatch(/\.$/);
  });

  test('the defaults are set once somebody said what they are, also that they grant nothing', () => {
    expect(stands('defaults', { ...empty, defaults: { permissions: {}, version: 1 } })).toEqual([
      'done',
      null,
    ]);
  });

  test('a role that grants nothing is only a beginning', () => {
    expect(stands('roles', { ...empty, roles: [role('x')] })[0]).toBe('in_progress');
    expect(stands('roles', company)[0]).toBe('done');
  });

  test('roles without a group are named', () => {
    const open = { ...company, groups: [group('u', 1, 'users')] };
    expect(stands('assignment', open)).toEqual(['in_progress', 'Not assigned to any group: Role admins.']);
    expect(stands('assignment', company)).toEqual(['done', null]);
  });

  test('people with several roles are counted; a group with a role and nobody in it is named', () => {
    expect(stands('resolution', company)).toEqual([
      'done',
      '3 people have several custom roles, and the most that any of them allows.',
    ]);
    const open = { ...company, groups: [...company.groups, group('e', 0, 'users')] };
    expect(stands('resolution', open)).toEqual([
      'in_progress',
      'With a custom role, but nobody active in it: Group e.',
    ]);
  });

  test('the loss names people, groups and permissions', () => {
    expect(stands('lost-defaults', company)).toEqual([
      'in_progress',
      '39 people in Group u and Group a do not use the workspace defaults and lose Allow members to use Codex Local and GPTs: use.',
    ]);
  });

  test('nobody loses anything once every role grants the defaults again', () => {
    const again = {
      ...company,
      roles: [role('users', 'codex.local', 'gpts.use'), role('admins', 'codex.local', 'gpts.use')],
    };
    expect(stands('lost-defaults', again)[0]).toBe('done');
  });

  test('accepted it is done, whoever joins; it counts no longer once a role goes without something else', () => {
    const acceptor = { name: 'Priya', held: ['governance'] } as const;
    const given = acceptRisk(
      'access.lost_defaults',
      { acceptor: { ...acceptor, held: [...acceptor.held] }, reason: 'Known.', endsOn: '2099-12-31' },
      factsOf(company),
    );
    if (!given.ok) throw new Error(given.error.code);
    const acceptances = new Map([['access.lost_defaults', given.value]]);
    const after = (access: AccessFacts) => accessStanding('lost-defaults', factsOf(access, { acceptances }));

    expect(after(company)).toMatchObject({
      state: 'done',
      reason: expect.stringContaining('Priya accepted it.'),
    });
    const more = company.profiles.map((profile) => ({ ...profile, people: profile.people + 1 }));
    expect(after({ ...company, profiles: more }).state).toBe('done');
    expect(after({ ...company, roles: [role('users'), admins] })).toMatchObject({
      state: 'in_progress',
      reason: expect.stringContaining('has changed'),
    });
  });

  test('what a signature covers does not change with the number of people', () => {
    const more = {
      ...company,
      groups: company.groups.map((one) => ({ ...one, people: one.people + 1 })),
      profiles: company.profiles.map((one) => ({ ...one, people: one.people + 1 })),
    };
    for (const part of parts) {
      expect(accessStanding(part, factsOf(more)).content).toEqual(
        accessStanding(part, factsOf(company)).content,
      );
    }
  });

  test.each([
    ['at most 12 people', 12, 0, 'done'],
    ['more than 12 in a small company', 13, 0, 'in_progress'],
    ['5 % of a large company', 50, 1000, 'done'],
    ['more than 5 % of it', 53, 1000, 'in_progress'],
  ])('a group of administrators is small with %s', (_, size, others, state) => {
    const access = {
      ...company,
      groups: [group('u', 40, 'users'), group('a', size, 'admins')],
      profiles: [{ roleIds: [], people: others, groupIds: [] }],
    };
    expect(stands('gradual', access)[0]).toBe(state);
  });

  test('a group for use that also administers is none of the two kinds', () => {
    const both = { ...company, groups: [group('u', 4, 'users', 'admins')] };
    expect(stands('gradual', both)).toEqual([
      'in_progress',
      'Still missing: a group whose role grants the use of Codex without its administration.',
    ]);
  });
});

describe('nearestWays', () => {
  const joined = (access: AccessFacts, permission = 'codex.administer', groupIds = ['u']) =>
    nearestWays(permission, { groupIds }, access).map((way) =>
      way.kind === 'join' ? way.groupId : way.kind,
    );
  const wide = role('wide', 'codex.administer', 'codex.local', 'gpts.use', 'gpts.share', 'apps.use');

  test('joining comes first with what it brings, then granting it in a role of one’s own', () => {
    expect(nearestWays('codex.administer', { groupIds: ['u'] }, company)).toEqual([
      {
        kind: 'join',
        groupId: 'a',
        gains: ['codex.administer', 'gpts.use'],
        losses: [],
        leavesDefault: false,
      },
      { kind: 'grant', roleId: 'users', people: 40 },
    ]);
  });

  test('of two groups the one that changes less comes first, wherever it stands in the list', () => {
    const groups = [group('w', 1, 'wide'), ...company.groups];
    expect(joined({ ...company, roles: [users, admins, wide], groups })).toEqual(['a', 'w', 'grant']);
  });

  test('a group that takes nothing away comes before one that gives less', () => {
    const access = {
      ...company,
      roles: [users, admins, wide],
      groups: [...company.groups, group('w', 1, 'wide')],
    };
    expect(joined(access, 'codex.administer', [])).toEqual(['w', 'a', 'default']);
  });

  test('of one’s own roles the one that fewest people have comes first', () => {
    const access = {
      ...company,
      roles: [users, admins, role('rare')],
      groups: [...company.groups, group('r', 2, 'rare')],
      profiles: [...company.profiles, { roleIds: ['rare', 'users'], people: 2, groupIds: ['r', 'u'] }],
    };
    expect(nearestWays('gpts.share', { groupIds: ['u', 'r'] }, access)).toEqual([
      { kind: 'grant', roleId: 'rare', people: 2 },
      { kind: 'grant', roleId: 'users', people: 42 },
    ]);
  });

  test('at most three ways are told', () => {
    const groups = [...company.groups, ...['b', 'c', 'd'].map((id) => group(id, 1, 'admins'))];
    expect(joined({ ...company, groups })).toEqual(['a', 'b', 'c']);
  });

  test('who uses the defaults is told what joining would cost', () => {
    expect(nearestWays('codex.administer', { groupIds: [] }, company)).toEqual([
      {
        kind: 'join',
        groupId: 'a',
        gains: ['codex.administer'],
        losses: ['codex.local'],
        leavesDefault: true,
      },
      { kind: 'default', people: 60 },
    ]);
  });
});
