import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByWords } from '#lib/domain/rbac/everyone/group-by-words';
import { bitsAt, levelAt, levelsIn, maskOf, permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { groupsAt, moveGroups, replacePlaces } from '#lib/domain/rbac/everyone/population';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { pageOf, tally } from '#lib/domain/rbac/everyone/who-can';
import { compiled, populationOf } from './columns';
import { worlds, type WorldPerson } from './world';

const numRuns = process.env.SLIPWAY_TEST_FULL === '1' ? 5_000 : 400;

describe('places of permissions in a mask', () => {
  const said = fc.uniqueArray(
    fc.record({ key: fc.string(), most: fc.integer({ min: 1, max: 31 }), one: fc.nat(), other: fc.nat() }),
    {
      selector: ({ key }) => key,
      minLength: 1,
      maxLength: 90,
    },
  );

  test('the or of two masks is the maximum of the levels, and nothing touches anything else', () => {
    fc.assert(
      fc.property(said, fc.nat({ max: 3 }), (all, front) => {
        const bits = permissionBits(new Map(all.map(({ key, most }) => [key, most])));
        const level = (wanted: number, most: number) => wanted % (most + 1);
        const one = maskOf(
          all.map(({ key, most, one: wanted }) => [key, level(wanted, most)] as const),
          bits,
        );
        const other = maskOf(
          all.map(({ key, most, other: wanted }) => [key, level(wanted, most)] as const),
          bits,
        );
        const masks = new Uint32Array(front + bits.words).fill(0xffffffff);
        one.forEach((word, at) => (masks[front + at] = (word | (other[at] ?? 0)) >>> 0));

        const highest = all.map(
          ({ key, most, ...wanted }) =>
            [key, Math.max(level(wanted.one, most), level(wanted.other, most))] as const,
        );
        expect(levelsIn(masks, front, bits)).toEqual(new Map(highest.filter(([, has]) => has > 0)));
        for (const [key, has] of highest) {
          const place = bits.places.get(key);
          if (place) expect(levelAt(masks, front, place)).toBe(has);
        }
        // No two permissions share a bit, and none stands in two words.
        const used = Array.from({ length: bits.words }, () => 0n);
        for (const place of bits.places.values()) {
          const own = BigInt(bitsAt(place, place.levels));
          expect(place.shift + place.levels).toBeLessThanOrEqual(32);
          expect((used[place.word] ?? -1n) & own).toBe(0n);
          used[place.word] = (used[place.word] ?? 0n) | own;
        }
      }),
      { numRuns },
    );
  });
});

describe('rows grouped by what they hold', () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((words) =>
    fc.record({
      words: fc.constant(words),
      rows: fc.array(
        fc.record({
          cells: fc.array(fc.constantFrom(0, 1, 2, 0x80000000, 0xffffffff), {
            minLength: words,
            maxLength: words,
          }),
          isIn: fc.boolean(),
        }),
        { maxLength: 60 },
      ),
    }),
  );

  test('are what a map from text to rows says', () => {
    fc.assert(
      fc.property(tables, ({ words, rows }) => {
        const groups = new Map<string, number[]>();
        rows.forEach(({ cells, isIn }, row) => {
          if (isIn) groups.set(cells.join(), [...(groups.get(cells.join()) ?? []), row]);
        });
        const all = [...groups.values()];

        const found = groupByWords(
          Uint32Array.from(rows.flatMap(({ cells }) => cells)),
          words,
          Uint8Array.from(rows, ({ isIn }) => Number(isIn)),
        );

        expect([...found.first]).toEqual(all.map(([first]) => first));
        expect([...found.counts]).toEqual(all.map(({ length }) => length));
        expect([...found.groupOf]).toEqual(
          rows.map((_, row) => all.findIndex((group) => group.includes(row))),
        );
      }),
      { numRuns },
    );
  });

  test('also where there are far more groups than there was room for at first', () => {
    const count = 20_000;
    const table = Uint32Array.from({ length: count * 2 }, (_, at) => (at % 2 === 0 ? at % 15_002 : 7));

    const found = groupByWords(table, 2, new Uint8Array(count).fill(1));

    expect(found.first).toHaveLength(7_501);
    expect(found.counts.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(
      [...found.groupOf].every((group, row) => table[row * 2] === table[(found.first[group] ?? -1) * 2]),
    ).toBe(true);
  });
});

describe('who can', () => {
  test('the count and every page are those of a list that is filtered', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 1, max: 60 }),
        (world, extra, limit) => {
          // The same people again and again, so that there are several blocks, some of them with nobody in it.
          const nobody = Array.from({ length: extra }, (): WorldPerson => ({
            isActive: false,
            groups: [],
            direct: [],
          }));
          const people = [...world.people, ...nobody, ...world.people];
          const [population, rules] = [populationOf({ people }), compiled(world)];
          const everyone = resolveEveryone(population, rules, world.model);
          const { bits } = rules;
          for (const [permission, place] of bits.places) {
            const level = 1 + (limit % place.levels);
            const all = people.flatMap((_, at) =>
              levelAt(everyone.masks, at * bits.words, place) >= level ? [at] : [],
            );
            const counted = tally(everyone, bits, { permission, level });
            if (!counted) throw new Error('There is a place for each permission.');
            expect(counted.total).toBe(all.length);
            for (let from = 0; from <= people.length; from = from * 2 + 1) {
              const page = pageOf(everyone, bits, { counted, from, limit });
              expect(page).toEqual(all.filter((at) => at >= from).slice(0, limit));
            }
          }
          expect(tally(everyone, bits, { permission: 'unheard of' })).toBeNull();
        },
      ),
      { numRuns: numRuns / 10 },
    );
  });
});

describe('a population', () => {
  const placed = worlds.chain((world) => {
    const nothing: WorldPerson = { isActive: true, groups: [], direct: [] };
    const other = fc.oneof(fc.constant(nothing), fc.constantFrom(...world.people));
    return fc.record({
      world: fc.constant(world),
      changed: fc.array(fc.option(other), { maxLength: world.people.length }),
    });
  });

  test('with other places is that of people who were there all along', () => {
    fc.assert(
      fc.property(placed, ({ world, changed }) => {
        const people = world.people.map((person, at) => changed[at] ?? person);
        const places = changed.flatMap((person, at) =>
          person
            ? [
                [
                  at,
                  { isActive: person.isActive, groups: person.groups, directRoles: person.direct },
                ] as const,
              ]
            : [],
        );
        const before = populationOf(world);
        const kept = structuredClone(before);

        expect(plain(replacePlaces(before, new Map(places.reverse())))).toEqual(
          plain(populationOf({ people })),
        );
        expect(before).toEqual(kept);
      }),
      { numRuns },
    );
  });

  test('after groups moved has them at their new positions', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.nat({ max: 40 }), { minLength: 6, maxLength: 6 }),
        (world, positions) => {
          const before = populationOf(world);
          const after = moveGroups(before, positions);

          world.people.forEach(({ groups }, at) => {
            expect([...groupsAt(after, at)]).toEqual(groups.map((group) => positions[group]));
          });
          expect([...before.groups]).toEqual(world.people.flatMap(({ groups }) => [...groups]));
        },
      ),
      { numRuns },
    );
  });
});

const plain = ({ directRoles, ...rest }: ReturnType<typeof populationOf>) => ({
  ...rest,
  directRoles: [...directRoles].sort(([one], [other]) => one - other),
});
