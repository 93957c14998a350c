import { describe, expect, test } from 'vitest';
import { textColumn } from '#lib/domain/rbac/everyone/text-column';
import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { randomOf } from '#test/random';
import { nothingConfirmed, type ConsoleState } from './console-state';
import { consoleSteps } from './console-step';
import { orderSteps } from './order-steps';

const [people, groups, roles] = [2000, 100, 20];
const keys = Array.from({ length: 30 }, (_, at) => `p${String(at)}`);

/** An enterprise of which nothing is confirmed: every role, group and membership is a step. */
function enterprise() {
  const random = randomOf(7);
  const said = () => Object.fromEntries(keys.filter(() => random.chance(0.4)).map((key) => [key, true]));
  const wanted: ConsoleState = {
    defaults: said(),
    roles: Array.from({ length: roles }, (_, at) => {
      return { id: `r${String(at)}`, name: `Role ${String(at)}`, permissions: said() };
    }),
    groups: Array.from({ length: groups }, (_, at) => {
      return {
        id: `g${String(at)}`,
        name: `Group ${String(at)}`,
        byHand: true,
        roleIds: [`r${String(at % roles)}`],
      };
    }),
  };
  const places = Array.from(
    { length: people },
    () => new Set(Array.from({ length: 5 }, () => random.below(groups))),
  );
  const offsets = new Uint32Array(people + 1);
  places.forEach((own, at) => (offsets[at + 1] = (offsets[at] ?? 0) + own.size));
  const population = {
    count: people,
    numbers: Int32Array.from({ length: people }, (_, at) => at),
    ids: textColumn([]),
    names: textColumn([]),
    isActive: new Uint8Array(people).fill(1),
    offsets,
    groups: Uint32Array.from(places.flatMap((own) => [...own])),
    directRoles: new Map<number, readonly number[]>(),
  };
  const members = wanted.groups.map((): number[] => []);
  places.forEach((own, at) => own.forEach((group) => members[group]?.push(at)));
  const pending = wanted.groups.map(({ id }, group) => {
    return { group: id, added: members[group] ?? [], removed: [] };
  });
  return { wanted, population, pending: { members: pending, directRoles: [] } };
}

describe('orderSteps', () => {
  test('looks at everybody some hundred times at most, however many steps there are', () => {
    const { wanted, population, pending } = enterprise();
    const confirmed = { ...nothingConfirmed, defaults: wanted.defaults };
    const steps = consoleSteps(confirmed, wanted, pending);
    let looks = 0;
    // Each look at a person reads this cell, and few other things do.
    const isActive = new Proxy(population.isActive, {
      get(column, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        const value: unknown = Reflect.get(column, key, column);
        return value;
      },
    });

    const ordered = orderSteps(
      steps,
      { confirmed, wanted },
      {
        model: 'guide-2026-03',
        bits: permissionBits(new Map(keys.map((key) => [key, 1]))),
        population: { ...population, isActive },
        groupIds: wanted.groups.map(({ id }) => id),
        roleIds: wanted.roles.map(({ id }) => id),
        positionOf: (number) => number,
      },
    );

    expect(ordered).toHaveLength(roles + 3 * groups);
    // Five random roles each, none of which grants all of the defaults: hardly anybody can be spared.
    expect(ordered.filter(({ gap }) => gap !== null).length).toBeGreaterThan(groups / 2);
    expect(looks / people).toBeLessThan(600);
  });
});
