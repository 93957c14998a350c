import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { losingDefaults } from '#lib/domain/rbac/everyone/losing';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { resolveAccess } from '#lib/domain/rbac/resolve-access';
import { bookOf, compiled, populationOf } from './columns';
import { line, openNaiveSql, type Said } from './naive-sql';
import { groupId, worlds, type World } from './world';

/** Workspaces that are compared: few in every run, many in the long one. */
const total = process.env.SLIPWAY_TEST_FULL === '1' ? 12_000 : 600;
const atOnce = 100;

/** What `resolveAccess` says, person by person. */
function saidOneByOne(world: World): Said {
  const book = bookOf(world);
  const directory = {
    ...book,
    rolesByGroup: new Map(
      book.groups.map(({ id, roles }) => [id, roles.flatMap((role) => book.roles[role] ?? [])]),
    ),
  };
  const said = new Set<string>();
  world.people.forEach(({ isActive, groups, direct }, person) => {
    const directRoles = direct.flatMap((role) => book.roles[role] ?? []);
    const access = resolveAccess({ isActive, groupIds: groups.map(groupId), directRoles }, directory);
    if (access.usesDefault) said.add(line('default', person));
    for (const [key, { level }] of access.granted) said.add(line('has', person, key, level));
    for (const key of access.lostDefaults) said.add(line('lost', person, key));
  });
  return said;
}

/** What `resolveEveryone` says, in one pass over columns. */
function saidAtOnce(world: World): Said {
  const [population, rules] = [populationOf(world), compiled(world)];
  const everyone = resolveEveryone(population, rules, world.model);
  const defaults = levelsIn(rules.defaults, 0, rules.bits);
  const losing = new Set(losingDefaults(population, everyone, rules));
  const said = new Set<string>();
  for (let person = 0; person < population.count; person += 1) {
    if (everyone.usesDefault[person] === 1) said.add(line('default', person));
    const levels = levelsIn(everyone.masks, person * rules.bits.words, rules.bits);
    for (const [key, level] of levels) said.add(line('has', person, key, level));
    if (!losing.has(person)) continue;
    for (const [key, level] of defaults) {
      if ((levels.get(key) ?? 0) < level) said.add(line('lost', person, key));
    }
  }
  return said;
}

const differing = (one: Said, other: Said) => [
  ...[...one].filter((each) => !other.has(each)),
  ...[...other].filter((each) => !one.has(each)),
];

/** Where SQL and one of our implementations differ, of the smallest such workspace; null where nowhere. */
function smallestDiffering(all: readonly World[], naive: readonly Said[]) {
  const found = all.flatMap((world, at) => {
    const expected = naive[at] ?? new Set();
    const oneByOne = differing(expected, saidOneByOne(world));
    const inOnePass = differing(expected, saidAtOnce(world));
    return oneByOne.length + inOnePass.length > 0 ? [{ world, oneByOne, inOnePass }] : [];
  });
  const size = (each: unknown) => JSON.stringify(each).length;
  return found.sort((one, other) => size(one) - size(other))[0] ?? null;
}

/** What the sample must hold, or it would prove little. */
const kinds: Readonly<Record<string, (world: World) => boolean>> = {
  'the guide’s model': ({ model }) => model === 'guide-2026-03',
  'the tri-state model': ({ model }) => model === 'tri-state',
  'direct roles': ({ people }) => people.some(({ direct }) => direct.length > 0),
  'a membership twice': ({ people }) => people.some(({ groups }) => new Set(groups).size < groups.length),
  'an empty group': ({ groups, people }) =>
    groups.some((_, at) => !people.some((one) => one.groups.includes(at))),
  'a group without a role': ({ groups }) => groups.some(({ roles }) => roles.length === 0),
  'a role that grants nothing': ({ roles }) => roles.some((grants) => !Object.values(grants).some(Boolean)),
  'a person without a group': ({ people }) => people.some(({ groups }) => groups.length === 0),
  'a deactivated person': ({ people }) => people.some(({ isActive }) => !isActive),
  'an off beside an on': ({ roles }) =>
    roles.some((one) =>
      Object.keys(one).some((key) => one[key] === false && roles.some((other) => other[key])),
    ),
  'levels that differ': ({ roles }) => roles.some((grants) => Object.values(grants).includes(3)),
  'a retired permission': ({ roles, catalog }) =>
    roles.some((grants) => Object.keys(grants).some((key) => !catalog[key])),
  'more than 32 bits': (world) => compiled(world).bits.words === 2,
  'more than 64 bits': (world) => compiled(world).bits.words > 2,
};

describe('resolution beside another implementation', () => {
  const seen = new Map<string, number>();
  let sql: Awaited<ReturnType<typeof openNaiveSql>>;
  beforeAll(async () => {
    sql = await openNaiveSql();
  });
  afterAll(() => sql.close());

  test('no person, permission or level differs, in either model', async () => {
    let compared = 0;
    let triples = 0;
    const batch = fc.array(worlds, { minLength: atOnce, maxLength: atOnce });
    await fc.assert(
      fc.asyncProperty(batch, async (all) => {
        const naive = await sql.resolve(all);
        expect(smallestDiffering(all, naive)).toBeNull();
        for (const world of all) {
          for (const [kind, holds] of Object.entries(kinds)) {
            if (holds(world)) seen.set(kind, (seen.get(kind) ?? 0) + 1);
          }
        }
        triples += naive.reduce((sum, { size }) => sum + size, 0);
        compared += all.length;
      }),
      { numRuns: total / atOnce, endOnFailure: true },
    );
    console.info(`${compared} workspaces compared with SQL, ${triples} lines, 0 differing.`);
    expect(compared).toBe(total);
  }, 660_000);

  test('the workspaces compared hold every ordinary and odd thing', () => {
    const rare = Object.keys(kinds).filter((kind) => (seen.get(kind) ?? 0) < total / 50);

    expect(rare).toEqual([]);
  });
});
