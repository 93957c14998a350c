import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { settingKeys } from '#lib/catalog/settings';
import type { Attestation } from '#lib/domain/attestations/attestation';
import { presets } from '#lib/domain/config/presets';
import { duties } from '#lib/domain/owners/owner';
import type { Setting } from '#lib/domain/settings/setting';
import { randomOf, type Random } from '#test/random';
import { basisOf } from './basis';
import { appliesTo, surfaceChoices, type RolloutDecision } from './decision';
import { nothingStored, type RolloutFacts } from './facts';
import { rolloutProgress } from './progress';

const now = new Date('2026-11-18T10:40:00Z');
const tasks = guide.steps.flatMap((step) => step.tasks);
const rounds = 150;

function setting(key: string, random: Random): Setting {
  const wanted = random.chance(0.6);
  const at = new Date(now.getTime() - random.below(30) * 60_000);
  const seen = { state: random.pick(['on', 'off'] as const), at, by: 'Sam', note: null, link: null };
  const confirmation = random.chance(0.6) ? { ...seen, restsOn: random.chance(0.7) === wanted } : null;
  return { key, wanted, version: random.below(3), wantedAt: at, wantedBy: 'Mara', confirmation };
}

/** Facts as they may be: any decision, toggles, owners, configuration and words, some of them stale. */
function someFacts(random: Random): RolloutFacts {
  const surfaces = random.pick([null, ...surfaceChoices]);
  const facts: RolloutFacts = {
    ...nothingStored,
    guide,
    now,
    digest: (text) => text,
    decision: { surfaces, version: surfaces === null ? 0 : 1 + random.below(3) },
    owners: duties
      .filter(() => random.chance(0.7))
      .map((duty) => ({
        ...{ duty, name: 'Mara', email: null, standInName: null, standInEmail: null, version: 1 },
      })),
    settings: new Map(settingKeys.filter(() => random.chance(0.8)).map((key) => [key, setting(key, random)])),
    configuration: random.chance(0.5)
      ? { version: 1, decisions: presets.standard }
      : { version: 0, decisions: null },
  };
  return { ...facts, attestations: new Map(someWords(facts, random).map((word) => [word.taskId, word])) };
}

function someWords(facts: RolloutFacts, random: Random): Attestation[] {
  return tasks.flatMap(({ id, decidedBy }) => {
    if (decidedBy.kind !== 'attestation' || random.chance(0.4)) return [];
    const restsOn = random.chance(0.8) ? basisOf(decidedBy.restsOn, facts) : {};
    const kind = random.pick(['given', 'given', 'withdrawn'] as const);
    return [{ taskId: id, kind, note: null, link: null, restsOn, at: now, by: 'Sam', version: 1 }];
  });
}

const told = (facts: RolloutFacts) =>
  rolloutProgress(facts).steps.map(({ step, done, applicable, complete, tasks: found }) => ({
    step: step.number,
    done,
    applicable,
    complete,
    states: found.map(({ task, state, reason }) => [task.id, state, reason]),
  }));

const withDecision = (facts: RolloutFacts, decision: RolloutDecision) => ({ ...facts, decision });

describe('whatever is stored', () => {
  test('progress counts exactly the tasks that apply, and of them those that are done', () => {
    for (let seed = 1; seed <= rounds; seed += 1) {
      const facts = someFacts(randomOf(seed));
      const { surfaces } = facts.decision;
      const progress = rolloutProgress(facts);
      const counted = tasks.filter(({ surface }) => surfaces === null || appliesTo(surface, surfaces));
      const statuses = progress.steps.flatMap((step) => step.tasks);
      const outside = statuses.filter(({ task }) => !counted.includes(task));

      expect(progress.applicable, `seed ${seed}`).toBe(counted.length);
      expect(outside.every(({ state }) => state === 'not_applicable')).toBe(true);
      expect(progress.done).toBe(statuses.filter(({ state }) => state === 'done').length);
      for (const { done, applicable } of progress.steps) expect(done).toBeLessThanOrEqual(applicable);
    }
  });

  test('a word on a task that does not apply changes no number', () => {
    for (let seed = 1; seed <= rounds; seed += 1) {
      const facts = someFacts(randomOf(seed));
      const { surfaces } = facts.decision;
      if (surfaces === null) continue;
      const applies = new Set(
        tasks.filter(({ surface }) => appliesTo(surface, surfaces)).map(({ id }) => id),
      );
      const without = new Map([...facts.attestations].filter(([id]) => applies.has(id)));
      const counts = ({ done, applicable }: { done: number; applicable: number }) => [done, applicable];

      const fewer = rolloutProgress({ ...facts, attestations: without });
      expect(counts(fewer), `seed ${seed}`).toEqual(counts(rolloutProgress(facts)));
    }
  });

  test('changing the decision and back gives exactly the progress before', () => {
    for (let seed = 1; seed <= rounds; seed += 1) {
      const random = randomOf(seed);
      const facts = someFacts(random);
      const { surfaces, version } = facts.decision;
      if (surfaces === null) continue;
      const other = surfaceChoices.filter((choice) => choice !== surfaces);
      const changed = withDecision(facts, { surfaces: random.pick(other), version: version + 1 });
      const back = withDecision(changed, { surfaces, version: version + 2 });

      expect(told(changed), `seed ${seed}`).not.toEqual(told(facts));
      expect(told(back), `seed ${seed}`).toEqual(told(facts));
    }
  });
});
