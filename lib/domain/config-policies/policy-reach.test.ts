import { expect, test } from 'vitest';
import { randomOf } from '#test/random';
import { companyOf } from '#test/company';
import type { Policy } from './policy';
import { policyFor, reachOf } from './policy-reach';

const groups = Array.from({ length: 6 }, (_, at) => ({ id: `g${at}` }));
const book = {
  model: 'guide-2026-03' as const,
  defaults: {},
  roles: [],
  groups: groups.map(({ id }) => ({ id, roles: [] })),
};
const policy = (id: string, groupIds: readonly string[]): Policy => ({
  id,
  name: id,
  groupIds,
  text: '',
  version: 1,
});

test('whom each policy reaches is what asking person by person gives', () => {
  const random = randomOf(5);
  for (let round = 0; round < 200; round += 1) {
    const people = Array.from({ length: 30 }, (_, at) => ({
      name: `p${at}`,
      isActive: random.chance(0.9),
      groups: [...groups.keys()].filter(() => random.chance(0.25)),
    }));
    const policies = Array.from({ length: 1 + random.below(5) }, (_, at) =>
      policy(
        `policy ${at}`,
        groups.map(({ id }) => id).filter(() => random.chance(0.3)),
      ),
    );
    const { population } = companyOf(people, book);
    const reach = reachOf(policies, { population, groups });

    const active = people.filter(({ isActive }) => isActive).map((one) => one.groups.map((at) => `g${at}`));
    const matches = active.map((own) =>
      policies.filter(({ groupIds }) => groupIds.some((id) => own.includes(id))),
    );
    expect(reach.policies.map(({ people: all, first }) => [all, first])).toEqual(
      policies.map((one) => [
        matches.filter((met) => met.includes(one)).length,
        active.filter((own) => policyFor(policies, own) === one).length,
      ]),
    );
    expect(reach.several).toBe(matches.filter((met) => met.length > 1).length);
    expect(reach.base).toBe(matches.filter((met) => met.length === 0).length);
  }
});

test('says why a policy reaches nobody, and how many an earlier one takes', () => {
  const people = [
    { name: 'ann', groups: [0] },
    { name: 'ben', groups: [0, 1] },
    { name: 'eve', groups: [1, 2] },
  ];
  const { population } = companyOf(people, book);
  const found = (policies: readonly Policy[]) =>
    reachOf(policies, { population, groups }).policies.map(({ findings }) =>
      findings.map(({ message }) => message),
    );

  expect(
    found([
      policy('first', ['g0']),
      policy('second', ['g1']),
      policy('third', ['g2']),
      policy('fourth', ['g0', 'g1']),
      policy('fifth', []),
      policy('sixth', ['gone', 'g3']),
    ]),
  ).toEqual([
    [],
    ['1 person of its groups matches a policy above it and gets that one alone.'],
    ['Unreachable: everyone in its groups matches a policy above it.'],
    ['Unreachable: policies above it name every one of its groups.'],
    ['It is for no group yet, so it reaches nobody.'],
    ['The directory holds no group gone any longer.'],
  ]);
});

test('a hundred thousand people are each counted once', () => {
  const random = randomOf(7);
  const people = Array.from({ length: 100_000 }, (_, at) => ({
    name: `p${at}`,
    groups: [random.below(6), random.below(6)],
  }));
  const { population } = companyOf(people, book);
  const policies = Array.from({ length: 50 }, (_, at) => policy(`policy ${at}`, [`g${at % 6}`]));

  const { base, policies: reach } = reachOf(policies, { population, groups });
  expect(base).toBe(0);
  expect(reach.reduce((sum, { first }) => sum + first, 0)).toBe(100_000);
});
