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
} from '#test/console-company';
import { isReady } from './after-step';
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
        const active = [...(end?.places ?? [])].filter(([at]) => one.people[at]?.isActive);
        for (const [at, groups] of active) expect([...groups].sort()).toEqual(one.people[at]?.after.sort());
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
