import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelOf } from '#lib/domain/rbac/grants';
import type { Access } from '#lib/domain/rbac/resolve-access';
import { accessIn } from './naive-access';
import { groupId, roleId, worlds, type World, type WorldPerson } from './world';

const numRuns = process.env.SLIPWAY_TEST_FULL === '1' ? 10_000 : 250;

/** Calls `each` with every person of every world. */
function forEverybody(each: (world: World, person: WorldPerson) => void): void {
  fc.assert(
    fc.property(worlds, (world) => {
      for (const person of world.people) each(world, person);
    }),
    { numRuns },
  );
}

const levelIn = (access: Access, key: string) => access.granted.get(key)?.level ?? 0;

describe('a role more', () => {
  test('never takes a permission away, except what the workspace defaults gave alone', () => {
    let left = 0;
    forEverybody((world, person) => {
      world.roles.forEach((said, role) => {
        const groups = [...world.groups, { roles: [role] }];
        const joined = { ...person, groups: [...person.groups, world.groups.length] };
        const [before, after] = [accessIn(world, person), accessIn({ ...world, groups }, joined)];
        for (const [key, { level }] of before.granted) {
          if (levelIn(after, key) >= level) continue;
          left += 1;
          expect({ usedDefault: before.usesDefault, usesDefault: after.usesDefault }).toEqual({
            usedDefault: true,
            usesDefault: false,
          });
          expect(levelOf(world.defaults[key])).toBe(level);
          expect(after.lostDefaults).toContain(key);
          expect(levelOf(said[key])).toBeLessThan(level);
        }
      });
    });
    expect(left).toBeGreaterThan(numRuns / 4);
  });
});

describe('an explanation', () => {
  test('names only what gives the permission by itself', () => {
    let paths = 0;
    forEverybody((world, person) => {
      for (const [key, granted] of accessIn(world, person).granted) {
        const levels = granted.paths.map(({ groupId: group, roleId: role }) => {
          const number = world.roles.findIndex((_, at) => roleId(at) === role);
          const by =
            group === null ? person.direct : world.groups.find((_, at) => groupId(at) === group)?.roles;
          expect(by).toContain(number);
          if (group !== null) expect(person.groups.map(groupId)).toContain(group);
          const alone = { isActive: true, groups: [0], direct: [] };
          return levelIn(accessIn({ ...world, groups: [{ roles: [number] }] }, alone), key);
        });
        paths += levels.length;
        expect(levels).not.toContain(0);
        if (levels.length > 0) expect(Math.max(...levels)).toBe(granted.level);
      }
    });
    expect(paths).toBeGreaterThan(numRuns);
  });

  test('names all that gives it: without these it is gone', () => {
    forEverybody((world, person) => {
      const access = accessIn(world, person);
      for (const [key, { level, paths }] of access.granted) {
        expect(access.usesDefault).toBe(paths.length === 0);
        const isPath = (group: string | null, role: number) =>
          paths.some((path) => path.groupId === group && path.roleId === roleId(role));
        // A role that grants nothing stays, so that the workspace defaults do not come back.
        const nothing = world.roles.length;
        const off = Object.fromEntries(Object.keys(world.defaults).map((one) => [one, false]));
        const stripped: World = {
          ...world,
          roles: [...world.roles, off],
          groups: [
            ...world.groups.map((group, at) => ({
              roles: group.roles.filter((role) => !isPath(groupId(at), role)),
            })),
            { roles: [nothing] },
          ],
        };
        const place = {
          isActive: true,
          groups: [...person.groups, world.groups.length],
          direct: person.direct.filter((role) => !isPath(null, role)),
        };
        expect(levelIn(accessIn(stripped, place), key)).toBe(0);
        if (paths.length === 0) expect(level).toBe(levelOf(world.defaults[key]));
      }
    });
  });
});
