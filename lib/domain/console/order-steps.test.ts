import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accessAt,
  arranged,
  company,
  countMore,
  everyStep,
  goingWithout,
  isThereAnOrder,
  sorted,
  type Company,
} from '#test/console-company';
import { isReady } from './after-step';
import { nothingConfirmed } from './console-state';
import { stepKey } from './console-step';
import { orderSteps } from './order-steps';

const runs = Number(process.env.WORKLIST_RUNS ?? 300);

describe('orderSteps', () => {
  test('each step stands in the order once, is ready in its place, and all of them make what is wanted', () => {
    fc.assert(
      fc.property(company, (one) => {
        const { steps, world } = arranged(one);
        const ordered = orderSteps(steps, one, world).map(({ step }) => step);

        expect(ordered.map(stepKey).sort()).toEqual(steps.map(stepKey).sort());
        expect(new Set(ordered.map(stepKey)).size).toBe(steps.length);
        const moments = everyStep(one, ordered);
        ordered.forEach((step, at) => expect(isReady(moments[at]?.state ?? one.wanted, step)).toBe(true));
        const end = moments.at(-1);
        expect(sorted(end?.state)).toEqual(sorted(one.wanted));
        one.people.forEach(({ isActive, after, directAfter }, at) => {
          if (!isActive) return;
          expect([...(end?.places.get(at) ?? [])].sort()).toEqual([...after].sort());
          if (one.model !== 'tri-state') return;
          expect([...(end?.direct.get(at) ?? [])].sort()).toEqual([...directAfter].sort());
        });
      }),
      { numRuns: runs },
    );
  });

  test('who goes without what after each step is told as person by person', () => {
    fc.assert(
      fc.property(company, (one) => {
        const { steps, world } = arranged(one);
        const ordered = orderSteps(steps, one, world);
        const moments = everyStep(
          one,
          ordered.map(({ step }) => step),
        ).map((moment) => accessAt(moment, one));
        const [first = [], last = []] = [moments[0], moments.at(-1)];

        ordered.forEach(({ gap, gains, losses }, at) => {
          const [before = [], after = []] = [moments[at], moments[at + 1]];
          expect(gap && { people: gap.people, permissions: gap.permissions }).toEqual(
            goingWithout(after, first, last),
          );
          if (gap) expect(ordered[gap.until]?.gap).toBeNull();
          expect(gains?.people ?? 0).toBe(countMore(after, before));
          expect(losses?.people ?? 0).toBe(countMore(before, after));
        });
      }),
      { numRuns: runs },
    );
  });

  test('nobody goes without anything where any order at all spares everybody', () => {
    fc.assert(
      fc.property(company, (one) => {
        const { steps, world } = arranged(one);
        fc.pre(steps.length <= 9);
        const gaps = orderSteps(steps, one, world).flatMap(({ gap }) => gap ?? []);

        expect(gaps.length === 0).toBe(isThereAnOrder(one, steps));
        expect(gaps.every(({ isUnavoidable }) => isUnavoidable)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});

describe('roles that people have directly', () => {
  const role = (id: string, permissions: Record<string, boolean>) => ({ id, name: id, permissions });
  const company = (parts: Partial<Company>): Company => {
    return {
      model: 'tri-state',
      confirmed: nothingConfirmed,
      wanted: nothingConfirmed,
      people: [],
      ...parts,
    };
  };
  const person = (parts: Partial<Company['people'][number]>) => {
    return { isActive: true, before: [], after: [], directBefore: [], directAfter: [], ...parts };
  };
  const ordered = (one: Company) => {
    const { steps, world } = arranged(one);
    return orderSteps(steps, one, world).map(({ step, ...rest }) => ({ key: stepKey(step), step, ...rest }));
  };
  const keysOf = (one: Company) => ordered(one).map(({ key }) => key);
  const gapsOf = (one: Company) => ordered(one).map(({ gap }) => gap);

  test('a first one takes the defaults away, so the role that gives them again is given before it', () => {
    const state = {
      ...nothingConfirmed,
      defaults: { gpts: true },
      roles: [role('bare', { gpts: false, local: true }), role('full', { gpts: true })],
    };
    const one = company({
      confirmed: state,
      wanted: state,
      people: [person({ directAfter: ['bare', 'full'] })],
    });

    expect(keysOf(one)).toEqual(['["direct-role-given","full"]', '["direct-role-given","bare"]']);
    expect(gapsOf(one)).toEqual([null, null]);
  });

  test('who gives a group up for a role of their own, or the other way round, is never without the role', () => {
    const state = {
      ...nothingConfirmed,
      roles: [role('pilot', { local: true })],
      groups: [{ id: 'g', name: 'g', byHand: true, roleIds: ['pilot'] }],
    };
    const both = { confirmed: state, wanted: state };
    const leaving = company({ ...both, people: [person({ before: ['g'], directAfter: ['pilot'] })] });
    const joining = company({ ...both, people: [person({ directBefore: ['pilot'], after: ['g'] })] });

    expect(keysOf(leaving)).toEqual(['["direct-role-given","pilot"]', '["members-removed","g"]']);
    expect(keysOf(joining)).toEqual(['["members-added","g"]', '["direct-role-taken","pilot"]']);
    expect([...gapsOf(leaving), ...gapsOf(joining)]).toEqual([null, null, null, null]);
  });

  test('what gives comes before what takes', () => {
    const state = {
      ...nothingConfirmed,
      roles: [role('old', { local: true }), role('pilot', { local: true })],
    };
    const people = [person({ directBefore: ['old'] }), person({ directAfter: ['pilot'] })];

    expect(keysOf(company({ confirmed: state, wanted: state, people }))).toEqual([
      '["direct-role-given","pilot"]',
      '["direct-role-taken","old"]',
    ]);
  });

  test('a role is created before it is given', () => {
    const wanted = { ...nothingConfirmed, roles: [role('pilot', { local: true })] };

    expect(ordered(company({ wanted, people: [person({ directAfter: ['pilot'] })] }))).toMatchObject([
      { key: '["role-created","pilot"]', gains: null },
      { key: '["direct-role-given","pilot"]', gains: { people: 1, permissions: ['local'] } },
    ]);
  });

  test('where two roles give again only together what the first of them takes, it says who goes without what', () => {
    const state = {
      ...nothingConfirmed,
      defaults: { gpts: true, local: true },
      roles: [role('gpts', { gpts: true, local: false }), role('local', { gpts: false, local: true })],
    };
    const one = company({
      confirmed: state,
      wanted: state,
      people: [person({ directAfter: ['gpts', 'local'] }), person({})],
    });

    expect(gapsOf(one)).toEqual([{ people: 1, permissions: ['local'], until: 1, isUnavoidable: true }, null]);
  });

  test('a role that goes is taken from its people with it, and no step takes it before', () => {
    const confirmed = { ...nothingConfirmed, roles: [role('pilot', { local: true })] };

    expect(ordered(company({ confirmed, people: [person({ directBefore: ['pilot'] })] }))).toMatchObject([
      { step: { kind: 'role-removed', persons: [100] }, losses: { people: 1, permissions: ['local'] } },
    ]);
  });
});
