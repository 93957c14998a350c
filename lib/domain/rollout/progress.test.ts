import { expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { duties, nobodyYet, type Owner } from '#lib/domain/owners/owner';
import { nothingStored, type RolloutFacts } from './facts';
import { rolloutProgress } from './progress';
import type { TaskDefinition } from './task';

const empty: RolloutFacts = {
  ...nothingStored,
  guide,
  now: new Date('2026-11-18T10:40:00Z'),
  digest: (text) => text,
};

const owners: Owner[] = duties.map((duty) => ({ ...nobodyYet(duty), name: 'Mara', version: 1 }));

/** The guide with only those tasks of Step 0 that can be done today. */
const shortGuide = {
  ...guide,
  steps: guide.steps.map((step) => ({ ...step, tasks: step.tasks.filter(isDerivedToday) })),
};

function isDerivedToday({ id }: TaskDefinition) {
  return id === 'owners' || id === 'decision' || id.startsWith('toggle.codex.cloud');
}

test('an empty workspace has done nothing of everything', () => {
  const tasks = guide.steps.flatMap((step) => step.tasks);

  expect(rolloutProgress(empty)).toMatchObject({ done: 0, applicable: tasks.length });
});

test('the whole is the sum of its steps', () => {
  const progress = rolloutProgress({ ...empty, owners, configuration: { version: 1, decisions: null } });

  expect(progress.done).toBe(4);
  expect(progress.steps.map((step) => step.done)).toEqual([1, 0, 0, 3, 0, 0, 0]);
  expect(progress.steps.reduce((sum, step) => sum + step.applicable, 0)).toBe(progress.applicable);
});

test('what does not apply is not counted', () => {
  const local = rolloutProgress({ ...empty, decision: { surfaces: 'local', version: 1 } });

  expect(local.steps[4]).toMatchObject({ done: 0, applicable: 0, complete: false });
  expect(local.steps[1]).toMatchObject({ applicable: 3 });
});

test('a step is complete when all that applies is done', () => {
  const decision = { surfaces: 'both', version: 1 } as const;
  const progress = rolloutProgress({ ...empty, guide: shortGuide, owners, decision });

  expect(progress.steps.map((step) => step.complete)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test.each(duties)('step 0 is not complete while the %s owner is missing', (duty) => {
  const decision = { surfaces: 'both', version: 1 } as const;
  const others = owners.filter((owner) => owner.duty !== duty);
  const progress = rolloutProgress({ ...empty, guide: shortGuide, owners: others, decision });

  expect(progress.steps[0]).toMatchObject({ done: 1, applicable: 2, complete: false });
});
