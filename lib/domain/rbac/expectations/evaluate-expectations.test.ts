import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import { companyOf, type Somebody } from '#test/company';
import { evaluateExpectations } from './evaluate-expectations';
import { expectationKinds, type Expectation } from './expectation';

const book: RuleBook = {
  model: 'guide-2026-03',
  defaults: { 'codex.local': true },
  roles: [
    { id: 'users', permissions: { 'codex.cloud': true } },
    { id: 'admins', permissions: { 'codex.administer': true } },
  ],
  groups: [
    { id: 'contractors', roles: [] },
    { id: 'platform', roles: [0] },
    { id: 'admins', roles: [1] },
  ],
};
const people: readonly Somebody[] = [
  { name: 'Ada', groups: [1] },
  { name: 'Ben', groups: [0, 1] },
  { name: 'Cyd', groups: [0] },
  { name: 'Dee', groups: [0, 1], isActive: false },
  { name: 'Eve', groups: [1, 2] },
];

const expectation = (said: Partial<Expectation>): Expectation => ({
  id: 'e',
  kind: 'nobody',
  group: null,
  groupName: null,
  permission: 'codex.cloud',
  people: null,
  ...said,
});

function judged(said: Partial<Expectation>, of: readonly Somebody[] = people) {
  const { everyone, population, standpoints } = companyOf(of, book);
  const [verdict] = evaluateExpectations([expectation(said)], everyone, population, standpoints);
  if (!verdict) throw new Error('no verdict');
  return { ...verdict, people: verdict.people.map((at) => of[at]?.name) };
}

describe('evaluateExpectations', () => {
  test.each([
    [{ kind: 'nobody', group: 'contractors' }, false, 1, ['Ben']],
    [{ kind: 'nobody', group: 'contractors', permission: 'codex.administer' }, true, 0, []],
    [{ kind: 'nobody' }, false, 3, ['Ada', 'Ben', 'Eve']],
    [{ kind: 'everyone', group: 'platform' }, true, 0, []],
    [{ kind: 'everyone', group: 'contractors' }, false, 1, ['Cyd']],
    [{ kind: 'everyone', permission: 'codex.local' }, false, 3, ['Ada', 'Ben', 'Eve']],
    [{ kind: 'only', group: 'platform' }, true, 0, []],
    [{ kind: 'only', group: 'contractors' }, false, 2, ['Ada', 'Eve']],
    [{ kind: 'atMost', people: 1, permission: 'codex.administer' }, true, 1, []],
    [{ kind: 'atMost', people: 0, permission: 'codex.administer' }, false, 1, ['Eve']],
    [{ kind: 'atMost', people: 1, group: 'contractors' }, true, 1, []],
  ] as const)('%j holds: %s, for %d people: %j', (said, holds, count, names) => {
    expect(judged(said)).toEqual({ id: 'e', holds, count, people: names, problem: null });
  });

  test('what names a group or a permission that is gone fails and says which', () => {
    expect(judged({ group: 'gone' })).toMatchObject({ holds: false, count: 0, problem: 'group' });
    expect(judged({ permission: 'gone' })).toMatchObject({ holds: false, count: 0, problem: 'permission' });
  });

  test('of many who break it all are counted and the first fifty named', () => {
    const many = Array.from({ length: 120 }, (_, at) => ({ name: `P${at}`, groups: [1] }));
    const verdict = judged({ kind: 'nobody' }, many);

    expect(verdict.count).toBe(120);
    expect(verdict.people).toEqual(many.slice(0, 50).map(({ name }) => name));
  });

  const somebody = fc.record({
    name: fc.string(),
    isActive: fc.boolean(),
    groups: fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
  });
  const said = fc.record({
    kind: fc.constantFrom(...expectationKinds),
    group: fc.constantFrom('contractors', 'platform', 'admins'),
    permission: fc.constantFrom('codex.local', 'codex.cloud', 'codex.administer'),
    people: fc.integer({ min: 0, max: 3 }),
  });

  test('adding somebody never makes a failing expectation hold', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), somebody, said, (company, newcomer, one) => {
        if (judged(one, company).holds) return;
        expect(judged(one, [...company, newcomer]).holds).toBe(false);
      }),
    );
  });

  test('only people in a group may, exactly where no one outside it may', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), said, (company, one) => {
        const all = judged({ ...one, kind: 'nobody', group: null }, company).count;
        const inside = judged({ ...one, kind: 'nobody' }, company).count;
        expect(judged({ ...one, kind: 'only' }, company).count).toBe(all - inside);
      }),
    );
  });

  test('of each group, those who may and those who may not are all its active people', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), said, (company, one) => {
        const places = ['contractors', 'platform', 'admins'].indexOf(one.group);
        const active = company.filter(({ isActive, groups }) => isActive && groups.includes(places));
        const may = judged({ ...one, kind: 'nobody' }, company).count;
        const mayNot = judged({ ...one, kind: 'everyone' }, company).count;
        // A permission that nobody mentions has no place; each of these is mentioned.
        expect(may + mayNot).toBe(active.length);
      }),
    );
  });
});
