import { describe, expect, test } from 'vitest';
import { compareAccess } from './compare-access';
import type { Directory } from './directory';
import { lostDefaults } from './lost-defaults';
import { noAccess, resolveAccess } from './resolve-access';

const role = (id: string, ...permissions: string[]) => ({ id, permissions });

const directory: Directory = {
  defaults: ['codex.local', 'gpts.share'],
  rolesByGroup: new Map([
    ['codex-users', [role('users', 'codex.local', 'codex.cloud')]],
    ['codex-admin', [role('admins', 'codex.administer'), role('users', 'codex.local', 'codex.cloud')]],
    ['quiet', [role('empty')]],
    ['plain', []],
  ]),
};

const resolve = (...groupIds: string[]) => resolveAccess({ isActive: true, groupIds }, directory);
const permissions = (access: { granted: ReadonlyMap<string, unknown> }) => [...access.granted.keys()].sort();

describe('resolveAccess', () => {
  test('permissions are the union over all roles, each with the groups and roles that give it', () => {
    const access = resolve('codex-users', 'codex-admin');

    expect(Object.fromEntries(access.granted)).toEqual({
      'codex.local': [
        { groupId: 'codex-users', roleId: 'users' },
        { groupId: 'codex-admin', roleId: 'users' },
      ],
      'codex.cloud': [
        { groupId: 'codex-users', roleId: 'users' },
        { groupId: 'codex-admin', roleId: 'users' },
      ],
      'codex.administer': [{ groupId: 'codex-admin', roleId: 'admins' }],
    });
  });

  test('without any custom role the workspace defaults apply', () => {
    expect(resolve()).toEqual({
      usesDefault: true,
      granted: new Map([
        ['codex.local', []],
        ['gpts.share', []],
      ]),
      lostDefaults: [],
    });
  });

  test('a custom role switches the workspace defaults off', () => {
    const access = resolve('codex-users');

    expect(access.usesDefault).toBe(false);
    expect(access.granted.has('gpts.share')).toBe(false);
    expect(access.lostDefaults).toEqual(['gpts.share']);
  });

  test('a custom role that grants nothing switches the workspace defaults off too', () => {
    expect(resolve('quiet')).toEqual({
      usesDefault: false,
      granted: new Map(),
      lostDefaults: ['codex.local', 'gpts.share'],
    });
  });

  test.each([
    ['a group without a role', ['plain']],
    ['a group nobody knows', ['nowhere']],
  ])('%s leaves the workspace defaults on', (_, groupIds) => {
    expect(resolve(...groupIds)).toEqual(resolve());
  });

  test('being twice in a group is being in it', () => {
    expect(resolve('codex-users', 'codex-users')).toEqual(resolve('codex-users'));
  });

  test('deactivated people have nothing, and lose nothing', () => {
    expect(resolveAccess({ isActive: false, groupIds: ['codex-users'] }, directory)).toEqual(noAccess);
    expect(resolveAccess({ isActive: false, groupIds: [] }, directory)).toEqual(noAccess);
  });
});

describe('lostDefaults', () => {
  test('names what no role grants again, in the order of the defaults', () => {
    expect(lostDefaults([role('one', 'b')], ['c', 'b', 'a'])).toEqual(['c', 'a']);
  });

  test('nobody without a role loses a default', () => {
    expect(lostDefaults([], ['a'])).toEqual([]);
  });
});

describe('compareAccess', () => {
  test('joining a group with a role gains, loses and leaves the default at once', () => {
    expect(compareAccess(resolve(), resolve('codex-users'))).toEqual({
      gains: ['codex.cloud'],
      losses: ['gpts.share'],
      leavesDefault: true,
    });
  });

  test('leaving the last group with a role goes back to the default', () => {
    expect(compareAccess(resolve('codex-users'), resolve('plain'))).toEqual({
      gains: ['gpts.share'],
      losses: ['codex.cloud'],
      leavesDefault: false,
    });
  });

  test('the same permissions over another way are no change', () => {
    const nothing = { gains: [], losses: [], leavesDefault: false };
    expect(compareAccess(resolve('codex-admin'), resolve('codex-admin', 'codex-users'))).toEqual(nothing);
  });
});

/** Numbers that are the same in every run. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Assignments as plain rows, to be read by another implementation. */
function randomDirectory(seed: number) {
  const below = seeded(seed);
  const some = <T>(all: readonly T[], share: number) => all.filter(() => below(100) < share);
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const roles = Array.from({ length: below(5) }, (_, index) => role(`r${index}`, ...some(keys, below(100))));
  const groups = Array.from({ length: 1 + below(6) }, (_, index) => `g${index}`);
  const groupRoles = groups.flatMap((groupId) => some(roles, 35).map((one) => ({ groupId, role: one })));
  return {
    keys,
    defaults: some(keys, 50),
    groupRoles,
    memberOf: some([...groups, 'unknown', 'g0'], 40),
    isActive: below(10) > 0,
    rolesByGroup: new Map(
      groups.map((id) => [id, groupRoles.filter((row) => row.groupId === id).map((row) => row.role)]),
    ),
  };
}

type Random = ReturnType<typeof randomDirectory>;

/** Written from the guide's sentences alone: one permission at a time, over the rows. */
function mayByTheGuide(permission: string, { isActive, memberOf, groupRoles, defaults }: Random): boolean {
  if (!isActive) return false;
  const mine = groupRoles.filter((row) => memberOf.includes(row.groupId));
  if (mine.length === 0) return defaults.includes(permission);
  return mine.some((row) => row.role.permissions.includes(permission));
}

const many = Array.from({ length: 400 }, (_, index) => randomDirectory(index + 1));
const accessIn = (one: Random) => resolveAccess({ isActive: one.isActive, groupIds: one.memberOf }, one);

describe('over random directories', () => {
  test('another implementation, one permission at a time, gives the same', () => {
    for (const one of many) {
      expect(permissions(accessIn(one))).toEqual(one.keys.filter((key) => mayByTheGuide(key, one)));
    }
  });

  test('what is lost is exactly the defaults an active person with a role does without', () => {
    for (const one of many) {
      const hasRole = one.isActive && one.groupRoles.some((row) => one.memberOf.includes(row.groupId));
      const expected = hasRole ? one.defaults.filter((key) => !mayByTheGuide(key, one)) : [];
      expect(accessIn(one).lostDefaults).toEqual(expected);
    }
  });

  test('every reason is real, and without all of them the permission is gone', () => {
    for (const one of many) {
      for (const [permission, paths] of accessIn(one).granted) {
        if (paths.length === 0) expect(accessIn(one).usesDefault).toBe(true);
        for (const { groupId, roleId } of paths) {
          expect(one.memberOf).toContain(groupId);
          const granting = one.groupRoles.find((row) => row.groupId === groupId && row.role.id === roleId);
          expect(granting?.role.permissions).toContain(permission);
        }
        const without = one.groupRoles.filter(
          (row) => !paths.some((path) => path.groupId === row.groupId && path.roleId === row.role.id),
        );
        if (paths.length > 0) {
          expect(mayByTheGuide(permission, { ...one, groupRoles: without, defaults: [] })).toBe(false);
        }
      }
    }
  });

  test('a role never takes another’s grant away', () => {
    for (const one of many) {
      const before = accessIn(one);
      const more = new Map(one.rolesByGroup);
      for (const [groupId, roles] of more) more.set(groupId, [...roles, role('added', 'a')]);
      const after = resolveAccess(
        { isActive: one.isActive, groupIds: one.memberOf },
        { ...one, rolesByGroup: more },
      );
      const lost = compareAccess(before, after).losses;
      expect(before.usesDefault ? [] : lost).toEqual([]);
    }
  });

  test('what is lost by a first role are defaults alone', () => {
    for (const one of many) {
      const before = accessIn(one);
      const after = resolveAccess(
        { isActive: one.isActive, groupIds: ['quiet'] },
        {
          ...one,
          rolesByGroup: new Map([['quiet', [role('empty')]]]),
        },
      );
      if (before.usesDefault) expect(compareAccess(before, after).losses).toEqual([...one.defaults]);
    }
  });

  test('nothing that is handed in is changed', () => {
    for (const one of many.slice(0, 50)) {
      const before = JSON.stringify([...one.rolesByGroup]);
      accessIn(one);
      expect(JSON.stringify([...one.rolesByGroup])).toBe(before);
    }
  });
});
