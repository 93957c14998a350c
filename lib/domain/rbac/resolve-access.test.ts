import { describe, expect, test } from 'vitest';
import { compareAccess } from './compare-access';
import type { Directory, ResolvedRole, Rules } from './directory';
import { allOn, levelOf, type Grants } from './grants';
import { resolveRoles } from './resolve-roles';
import { comparable, noAccess, resolveAccess, type Access } from './resolve-access';

const role = (id: string, ...permissions: string[]) => ({ id, permissions: allOn(permissions) });

const directory: Directory = {
  model: 'guide-2026-03',
  defaults: allOn(['codex.local', 'gpts.share']),
  rolesByGroup: new Map([
    ['codex-users', [role('users', 'codex.local', 'codex.cloud')]],
    ['codex-admin', [role('admins', 'codex.administer'), role('users', 'codex.local', 'codex.cloud')]],
    ['quiet', [role('empty')]],
    ['plain', []],
  ]),
};

const resolve = (...groupIds: string[]) => resolveAccess({ isActive: true, groupIds }, directory);
const compare = (before: Access, after: Access) => compareAccess(comparable(before), comparable(after));
const permissions = (access: { granted: ReadonlyMap<string, unknown> }) => [...access.granted.keys()].sort();

describe('resolveAccess', () => {
  test('permissions are the union over all roles, each with the groups and roles that give it', () => {
    const access = resolve('codex-users', 'codex-admin');
    const users = [
      { groupId: 'codex-users', roleId: 'users' },
      { groupId: 'codex-admin', roleId: 'users' },
    ];

    expect(Object.fromEntries(access.granted)).toEqual({
      'codex.local': { level: 1, paths: users },
      'codex.cloud': { level: 1, paths: users },
      'codex.administer': { level: 1, paths: [{ groupId: 'codex-admin', roleId: 'admins' }] },
    });
  });

  test('without any custom role the workspace defaults apply', () => {
    expect(resolve()).toEqual({
      usesDefault: true,
      granted: new Map([
        ['codex.local', { level: 1, paths: [] }],
        ['gpts.share', { level: 1, paths: [] }],
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

describe('resolveRoles', () => {
  const guide = (defaults: Grants): Rules => ({ model: 'guide-2026-03', defaults });
  const triState = (defaults: Grants): Rules => ({ model: 'tri-state', defaults });
  const said = (id: string, permissions: Grants) => ({ id, permissions });
  const levels = (roles: ResolvedRole[], rules: Rules) =>
    Object.fromEntries(resolveRoles(roles, rules).levels);

  test('what is lost is what no role grants again, in the order of the defaults', () => {
    expect(resolveRoles([role('one', 'b')], guide(allOn(['c', 'b', 'a']))).lostDefaults).toEqual(['c', 'a']);
  });

  test('nobody without a role loses a default', () => {
    expect(resolveRoles([], guide(allOn(['a']))).lostDefaults).toEqual([]);
  });

  test('of several levels the highest counts, and a lower one than the default’s is a loss', () => {
    const roles = [said('one', { share: 1 }), said('two', { share: 2 })];

    expect(levels(roles, guide({ share: 3 }))).toEqual({ share: 2 });
    expect(resolveRoles(roles, guide({ share: 3 })).lostDefaults).toEqual(['share']);
  });

  test('in the tri-state model a role passes on the defaults of what it does not mention', () => {
    expect(levels([said('one', { a: true, b: false })], triState({ b: true, c: true }))).toEqual({
      a: 1,
      c: 1,
    });
    expect(levels([role('one', 'a')], guide({ c: true }))).toEqual({ a: 1 });
  });

  test('in the tri-state model an off beside an on is granted, and beside nothing but offs denied', () => {
    const off = said('off', { a: false });

    expect(levels([off, said('on', { a: true })], triState({}))).toEqual({ a: 1 });
    expect(levels([off, said('other', { a: false })], triState({ a: true }))).toEqual({});
  });
});

describe('roles given directly', () => {
  const rules = { defaults: allOn(['c']), rolesByGroup: new Map([['g', [role('one', 'a')]]]) };
  const person = { isActive: true, groupIds: ['g'], directRoles: [role('two', 'b')] };

  test('count in the tri-state model, without a group', () => {
    const access = resolveAccess(person, { model: 'tri-state', ...rules });

    expect(permissions(access)).toEqual(['a', 'b', 'c']);
    expect(access.granted.get('b')?.paths).toEqual([{ groupId: null, roleId: 'two' }]);
  });

  test('are nothing in the guide’s model', () => {
    expect(permissions(resolveAccess(person, { model: 'guide-2026-03', ...rules }))).toEqual(['a']);
  });
});

describe('compareAccess', () => {
  test('joining a group with a role gains, loses and leaves the default at once', () => {
    expect(compare(resolve(), resolve('codex-users'))).toEqual({
      gains: ['codex.cloud'],
      losses: ['gpts.share'],
      leavesDefault: true,
    });
  });

  test('leaving the last group with a role goes back to the default', () => {
    expect(compare(resolve('codex-users'), resolve('plain'))).toEqual({
      gains: ['gpts.share'],
      losses: ['codex.cloud'],
      leavesDefault: false,
    });
  });

  test('the same permissions over another way are no change', () => {
    const nothing = { gains: [], losses: [], leavesDefault: false };
    expect(compare(resolve('codex-admin'), resolve('codex-admin', 'codex-users'))).toEqual(nothing);
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
    model: 'guide-2026-03' as const,
    defaults: allOn(some(keys, 50)),
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
  if (mine.length === 0) return levelOf(defaults[permission]) > 0;
  return mine.some((row) => levelOf(row.role.permissions[permission]) > 0);
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
      const expected = hasRole ? Object.keys(one.defaults).filter((key) => !mayByTheGuide(key, one)) : [];
      expect(accessIn(one).lostDefaults).toEqual(expected);
    }
  });

  test('every reason is real, and without all of them the permission is gone', () => {
    for (const one of many) {
      for (const [permission, { paths }] of accessIn(one).granted) {
        if (paths.length === 0) expect(accessIn(one).usesDefault).toBe(true);
        for (const { groupId, roleId } of paths) {
          expect(one.memberOf).toContain(groupId);
          const granting = one.groupRoles.find((row) => row.groupId === groupId && row.role.id === roleId);
          expect(granting?.role.permissions).toHaveProperty([permission], true);
        }
        const without = one.groupRoles.filter(
          (row) => !paths.some((path) => path.groupId === row.groupId && path.roleId === row.role.id),
        );
        if (paths.length > 0) {
          expect(mayByTheGuide(permission, { ...one, groupRoles: without, defaults: {} })).toBe(false);
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
      const lost = compare(before, after).losses;
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
      if (before.usesDefault) expect(compare(before, after).losses).toEqual(Object.keys(one.defaults));
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
