import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAccess } from '#lib/domain/rbac/compare-access';
import { difference } from '#lib/domain/rbac/everyone/difference';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { compileRules } from '#lib/domain/rbac/everyone/rule-book';
import { applyChanges, type AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { comparable } from '#lib/domain/rbac/resolve-access';
import { changesOf } from './changes';
import { bookOf, compiled, populationOf } from './columns';
import { accessIn, afterAll, lateChanges } from './naive-access';
import { groupId, personId, worlds, type World } from './world';

const numRuns = process.env.SLIPWAY_TEST_FULL === '1' ? 20_000 : 800;

const drafts = worlds.chain((world) => fc.record({ world: fc.constant(world), changes: changesOf(world) }));

type Told = { missing: readonly AccessChange[]; people: unknown[]; lost: string[]; gained: string[] };

/** What the product says a draft would do. */
function told(world: World, changes: readonly AccessChange[]): Told {
  const [population, before, book] = [populationOf(world), compiled(world), bookOf(world)];
  const whatIf = applyChanges(book, changes, {
    group: (id) => world.groups.findIndex((_, at) => groupId(at) === id),
    person: (id) => world.people.findIndex((_, at) => personId(at) === id),
  });
  const { bits } = before;
  const found = difference({
    population,
    models: { before: world.model, after: whatIf.after.model },
    before: { rules: before, everyone: resolveEveryone(population, before, world.model) },
    after: compileRules(whatIf.after, bits),
    edits: whatIf.edits,
  });
  const [losses, gains, leaves] = [found.losses, found.gains, found.leavesDefault].map((all) => new Set(all));
  return {
    missing: whatIf.missing,
    people: Array.from(found.people, (person, place) => ({
      person,
      levels: [...levelsIn(found.masks, place * bits.words, bits)].sort(),
      usesDefault: found.usesDefault[place] === 1,
      loses: losses?.has(place),
      gains: gains?.has(place),
      leavesDefault: leaves?.has(place),
    })),
    lost: [...levelsIn(found.lost, 0, bits).keys()].sort(),
    gained: [...levelsIn(found.gained, 0, bits).keys()].sort(),
  };
}

/** What resolution before and after the changes says, person by person. */
function expected(world: World, changes: readonly AccessChange[]): Told {
  const after = afterAll(world, changes);
  const [lost, gained] = [new Set<string>(), new Set<string>()];
  const people = world.people.flatMap((person, at) => {
    const then = after.people[at];
    if (!then) throw new Error('Nobody leaves by these changes.');
    const [had, has] = [comparable(accessIn(world, person)), comparable(accessIn(after, then))];
    const { losses, gains, leavesDefault } = compareAccess(had, has);
    if (losses.length === 0 && gains.length === 0 && !leavesDefault) return [];
    for (const key of losses) lost.add(key);
    for (const key of gains) gained.add(key);
    return [
      {
        person: at,
        levels: [...has.levels].sort(),
        usesDefault: has.usesDefault,
        loses: losses.length > 0,
        gains: gains.length > 0,
        leavesDefault,
      },
    ];
  });
  return { missing: lateChanges(changes), people, lost: [...lost].sort(), gained: [...gained].sort() };
}

describe('what if', () => {
  test('is what everybody may do after the changes, less what they may do before them', () => {
    let moved = 0;
    fc.assert(
      fc.property(drafts, ({ world, changes }) => {
        const expectation = expected(world, changes);
        moved += expectation.people.length;
        expect(told(world, changes)).toEqual(expectation);
      }),
      { numRuns },
    );
    expect(moved).toBeGreaterThan(numRuns / 4);
  });

  test('a role made again after it was removed is another one, and one that is there cannot be made', () => {
    const book = bookOf({
      model: 'guide-2026-03',
      catalog: {},
      defaults: {},
      roles: [{ a: true }],
      groups: [{ roles: [0] }],
      people: [],
    });
    const [made, given]: AccessChange[] = [
      { kind: 'role-created', role: 'role-0', name: 'Again', permissions: { b: true } },
      { kind: 'group-role-added', group: 'group-0', role: 'role-0' },
    ];
    const positions = { group: () => 0, person: () => -1 };
    if (!made || !given) throw new Error('There are two.');

    expect(applyChanges(book, [made], positions).missing).toEqual([made]);
    const again = applyChanges(book, [{ kind: 'role-removed', role: 'role-0' }, made, given], positions);
    expect(again.missing).toEqual([]);
    expect(again.after.groups).toEqual([{ id: 'group-0', roles: [1] }]);
    expect([...again.edits.goneRoles]).toEqual([0]);
  });
});
