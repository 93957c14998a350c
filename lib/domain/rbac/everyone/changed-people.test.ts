import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAccess } from '#lib/domain/rbac/compare-access';
import type { Grants } from '#lib/domain/rbac/grants';
import { resolutionModels } from '#lib/domain/rbac/resolution-model';
import { comparable } from '#lib/domain/rbac/resolve-access';
import { redone, type PlacedPerson as Person, type PlacedWorld as World } from '#test/redone';
import {
  accessAfter,
  changedPerson,
  countProfiles,
  differenceCursor,
  differenceLists,
  differencePage,
  differencePageSize,
  placeOf,
  type ComparedAccess,
} from './changed-people';
import { difference } from './difference';
import { levelsIn, permissionBits } from './permission-bits';
import type { Population } from './population';
import { resolveEveryone } from './resolve-everyone';
import { compileRules, levelsOf } from './rule-book';
import { textColumn } from './text-column';
import { applyChanges, type AccessChange } from './what-if';

const catalog = { a: {}, b: {}, c: {}, lots: { levels: ['1', '2', '3'] } };
const keys = Object.keys(catalog);
const [roleCount, groupCount] = [4, 5];
const ids = (count: number, letter: string) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

const grants: fc.Arbitrary<Grants> = fc
  .tuple(...keys.map((key) => fc.constantFrom(undefined, true, false, ...(key === 'lots' ? [2, 3] : []))))
  .map((said) =>
    Object.fromEntries(keys.flatMap((key, at) => (said[at] === undefined ? [] : [[key, said[at]] as const]))),
  );
const roleId = fc.constantFrom(...ids(roleCount, 'r'));
const groupId = fc.constantFrom(...ids(groupCount, 'g'));
const someOf = (count: number) => fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 });

const changeTo = (people: number): fc.Arbitrary<AccessChange> => {
  const person = fc.constantFrom(...ids(people, 'p'));
  const permission = fc.constantFrom(...keys);
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('group-role-added', 'group-role-removed'),
      group: groupId,
      role: roleId,
    }),
    fc.record({ kind: fc.constantFrom('membership-added', 'membership-removed'), group: groupId, person }),
    fc.record({
      kind: fc.constant('role-permission-granted'),
      role: roleId,
      permission: fc.constant('lots'),
      level: fc.constantFrom(undefined, 1, 3),
    }),
    fc.record({ kind: fc.constant('role-permission-granted'), role: roleId, permission }),
    fc.record({ kind: fc.constant('role-permission-revoked'), role: roleId, permission }),
    fc.record({ kind: fc.constant('default-role-changed'), permissions: grants }),
    fc.record({ kind: fc.constant('role-removed'), role: roleId }),
    fc.record({ kind: fc.constant('group-removed'), group: groupId }),
    fc.record({ kind: fc.constant('person-deactivated'), person }),
  ) as fc.Arbitrary<AccessChange>; // safe because each record is one kind of change
};

const worlds: fc.Arbitrary<World> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    book: fc.record({
      model: fc.constantFrom(...resolutionModels),
      defaults: grants,
      roles: fc
        .array(grants, { minLength: roleCount, maxLength: roleCount })
        .map((all) => all.map((permissions, at) => ({ id: `r${at}`, permissions }))),
      groups: fc
        .array(someOf(roleCount), { minLength: groupCount, maxLength: groupCount })
        .map((all) => all.map((roles, at) => ({ id: `g${at}`, roles }))),
    }),
    people: fc.array(
      fc.record({ isActive: fc.boolean(), groups: someOf(groupCount), roles: someOf(roleCount) }),
      { minLength: count, maxLength: count },
    ),
    changes: fc.array(changeTo(count), { maxLength: 6 }),
  }),
);

function populationOf(people: readonly Person[]): Population {
  const offsets = new Uint32Array(people.length + 1);
  people.forEach(({ groups }, at) => (offsets[at + 1] = (offsets[at] ?? 0) + groups.length));
  return {
    count: people.length,
    numbers: Int32Array.from(people, (_, at) => at + 100),
    ids: textColumn(ids(people.length, 'p')),
    names: textColumn(people.map((_, at) => `Person ${at}`)),
    isActive: Uint8Array.from(people, ({ isActive }) => Number(isActive)),
    offsets,
    groups: Uint32Array.from(people.flatMap(({ groups }) => groups)),
    directRoles: new Map(people.flatMap(({ roles }, at) => (roles.length > 0 ? [[at, roles] as const] : []))),
  };
}

function compare({ book, people, changes }: World): ComparedAccess {
  const population = populationOf(people);
  const bits = permissionBits(levelsOf(catalog, book));
  const rules = compileRules(book, bits);
  const everyone = resolveEveryone(population, rules, book.model);
  const at = (letter: string) => (id: string) => (id.startsWith(letter) ? Number(id.slice(1)) : -1);
  const whatIf = applyChanges(book, changes, { group: at('g'), person: at('p') });
  const after = compileRules(whatIf.after, bits);
  const found = difference({
    population,
    model: book.model,
    before: { rules, everyone },
    after,
    edits: whatIf.edits,
  });
  const positionOf = (number: number) => (number - 100 < people.length ? number - 100 : -1);
  return { index: { population, book, rules, everyone, positionOf }, whatIf, found };
}

const runs = process.env.SLIPWAY_TEST_FULL === '1' ? 10_000 : 500;
/** Taking a role from people who have it directly is not part of a draft, so it stays out of these worlds. */
const plainWorlds = worlds.filter(
  ({ changes, people, book }) =>
    book.model !== 'tri-state' ||
    !changes.some(({ kind }) => kind === 'role-removed') ||
    people.every(({ roles }) => roles.length === 0),
);

describe('what if', () => {
  test('is what everybody could do after the changes, less what they can do before, person by person', () => {
    fc.assert(
      fc.property(plainWorlds, (world) => {
        const compared = compare(world);
        const [before, after] = [redone({ ...world, changes: [] }), redone(world)];
        const lists = Object.fromEntries(differenceLists.map((list) => [list, new Set<number>()]));
        for (const list of differenceLists) {
          for (const place of compared.found[list]) lists[list]?.add(compared.found.people[place] ?? -1);
        }
        before.forEach((was, at) => {
          const will = after[at] ?? was;
          const expected = compareAccess(comparable(was), comparable(will));
          const place = placeOf(compared, at);
          const found = place < 0 ? { lost: [], gained: [] } : changedPerson(compared, place);
          expect(new Set(found.lost)).toEqual(new Set(expected.losses));
          expect(new Set(found.gained)).toEqual(new Set(expected.gains));
          expect(lists.losses?.has(at)).toBe(expected.losses.length > 0);
          expect(lists.gains?.has(at)).toBe(expected.gains.length > 0);
          // Who is deactivated has nothing at all, the default among it.
          expect(lists.leavesDefault?.has(at)).toBe(expected.leavesDefault);
        });
      }),
      { numRuns: runs },
    );
  });

  test('everybody after the changes is the same for the list, the masks and one person', () => {
    fc.assert(
      fc.property(plainWorlds, (world) => {
        const compared = compare(world);
        const { everyone, population, book } = accessAfter(compared);
        const { bits } = compared.index.rules;
        const again = resolveEveryone(population, compileRules(book, bits), book.model);
        expect(everyone).toEqual(again);
        redone(world).forEach((access, at) => {
          expect(levelsIn(everyone.masks, at * bits.words, bits)).toEqual(comparable(access).levels);
        });
      }),
      { numRuns: runs },
    );
  });
});

describe('the pages of a list', () => {
  const count = differencePageSize * 2 + 7;
  const world: World = {
    book: {
      model: 'guide-2026-03',
      defaults: { a: true },
      roles: [{ id: 'r0', permissions: { b: true } }],
      groups: [{ id: 'g0', roles: [] }],
    },
    people: Array.from({ length: count }, () => ({ isActive: true, groups: [0], roles: [] })),
    changes: [{ kind: 'group-role-added', group: 'g0', role: 'r0' }],
  };
  const at = (compared: ComparedAccess, cursor: string | null) =>
    differencePage(compared, 'losses', cursor ? differenceCursor.parse(cursor) : null);

  test('hold everybody once, forwards and back', () => {
    const compared = compare(world);
    const first = at(compared, null);
    const second = at(compared, first.cursor);
    const third = at(compared, second.cursor);

    expect([first, second, third].map(({ places }) => places.length)).toEqual([50, 50, 7]);
    expect(third).toMatchObject({ from: 100, cursor: null });
    expect([first.back, second.back]).toEqual([null, '']);
    expect(at(compared, third.back).from).toBe(50);
    expect(countProfiles(compared, 'losses')).toBe(1);
  });

  test('go on behind the same person while others come and go, and behind the same row once they are gone', () => {
    const { cursor } = at(compare(world), null);
    const people = world.people.map((person, position) =>
      position < 10 ? { ...person, isActive: false } : person,
    );
    const fewer = compare({ ...world, people });

    expect(at(fewer, cursor).from).toBe(40);
    expect(at(fewer, '9999-50').from).toBe(50);
  });

  test('a text that is no cursor is refused', () => {
    expect(differenceCursor.safeParse('Nadia').success).toBe(false);
  });
});
