import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAccess } from '#lib/domain/rbac/compare-access';
import { accessAfter, changedPerson, placeOf, standings } from '#lib/domain/rbac/everyone/changed-people';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { comparable, type Access } from '#lib/domain/rbac/resolve-access';
import { changesOf } from './changes';
import { comparedOf } from './compared';
import { accessIn, afterAll } from './naive-access';
import { worlds } from './world';

const numRuns = process.env.SLIPWAY_TEST_FULL === '1' ? 10_000 : 500;
const drafts = worlds.chain((world) => fc.record({ world: fc.constant(world), changes: changesOf(world) }));

const told = ({ usesDefault, granted, lostDefaults }: Access) => ({
  usesDefault,
  granted: new Map([...granted].map(([key, { level, paths }]) => [key, { level, paths: new Set(paths) }])),
  lostDefaults: new Set(lostDefaults),
});

describe('somebody before a draft and after it', () => {
  test('stands, loses and gains as one person resolved alone does', () => {
    fc.assert(
      fc.property(drafts, ({ world, changes }) => {
        const compared = comparedOf(world, changes);
        const later = afterAll(world, changes);
        world.people.forEach((person, at) => {
          const then = later.people[at] ?? person;
          const [had, has] = [accessIn(world, person), accessIn(later, then)];
          const { before, after } = standings(compared, at);
          expect([told(before.access), told(after.access)]).toEqual([told(had), told(has)]);

          const { losses, gains } = compareAccess(comparable(had), comparable(has));
          const place = placeOf(compared, at);
          const { lost, gained } = place < 0 ? { lost: [], gained: [] } : changedPerson(compared, place);
          expect([new Set(lost), new Set(gained)]).toEqual([new Set(losses), new Set(gains)]);
        });
      }),
      { numRuns },
    );
  });

  test('everybody after it is what resolution gives of the places and the rules after it', () => {
    fc.assert(
      fc.property(drafts, ({ world, changes }) => {
        const compared = comparedOf(world, changes);
        const { bits } = compared.index.rules;
        const { everyone } = accessAfter(compared);
        const later = afterAll(world, changes);
        later.people.forEach((person, at) => {
          const levels = levelsIn(everyone.masks, at * bits.words, bits);
          const expected = comparable(accessIn(later, person));
          expect({ usesDefault: everyone.usesDefault[at] === 1, levels }).toEqual(expected);
        });
      }),
      { numRuns },
    );
  });
});
