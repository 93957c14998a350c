import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { attest } from '#lib/domain/attestations/attest';
import { compareGuides } from './compare-guides';
import { nothingStored, type RolloutFacts } from './facts';
import type { Guide, StepDefinition } from './step';
import type { TaskDefinition } from './task';
import { taskStatus } from './task-status';

const tasks = guide.steps.flatMap((step) => step.tasks);
const taskOf = (id: string): TaskDefinition => {
  const task = tasks.find((one) => one.id === id);
  if (!task) throw new Error(`No task ${id}`);
  return task;
};

const accessTokens: TaskDefinition = {
  ...taskOf('prerequisite.repositories'),
  id: 'access_tokens',
  title: 'Access tokens have an owner and an end',
  rows: ['1.9'],
  surface: 'local',
};

const changeStep =
  (number: number, change: (tasks: readonly TaskDefinition[]) => readonly TaskDefinition[]) =>
  (step: StepDefinition): StepDefinition =>
    step.number === number ? { ...step, tasks: change(step.tasks) } : step;

/** An invented guide of autumn 2026: a task more, one less, one moved to another duty, a toggle with another label. */
const autumn: Guide = {
  ...guide,
  version: '2026-10',
  settings: {
    ...guide.settings,
    'codex.cloud': { ...guide.settings['codex.cloud'], label: 'Use Codex in the cloud', delayMinutes: 5 },
  },
  steps: guide.steps
    .map(
      changeStep(1, (before) => [
        ...before.map((task) =>
          task.id === 'toggle.codex.cloud' ? { ...task, title: 'Use Codex in the cloud' } : task,
        ),
        accessTokens,
      ]),
    )
    .map(changeStep(2, (before) => before.filter(({ id }) => id !== 'roles.gradual')))
    .map(
      changeStep(5, (before) =>
        before.map((task) =>
          task.rows.includes('5.3') ? { ...task, duty: 'it', rows: ['5.3', '5.1'] } : task,
        ),
      ),
    ),
};

/** Of a toggle, what the two compared have in common. */
const changed = {
  surface: 'local',
  duty: 'governance',
  delayMinutes: 7,
  lookFor: 'Something else',
  aliases: [],
  laterPath: ['Somewhere else'],
  link: { ...guide.settings['codex.cloud'].link, lastKnownGood: '2026-09-30' },
};

describe('compareGuides', () => {
  const comparison = compareGuides(guide, autumn);

  test('names the versions, and the tasks that come in and go', () => {
    expect(comparison).toMatchObject({ from: '2026-03', to: '2026-10' });
    expect(comparison.added.map(({ id }) => id)).toEqual(['access_tokens']);
    expect(comparison.removed.map(({ id }) => id)).toEqual(['roles.gradual']);
  });

  test('shows which tasks are touched, and by what', () => {
    const byId = new Map(comparison.touched.map(({ id, by }) => [id, by]));

    expect(byId.get('toggle.codex.cloud')).toEqual([
      { what: 'title', before: 'Allow members to use Codex cloud', after: 'Use Codex in the cloud' },
      {
        what: 'label of the toggle',
        before: 'Allow members to use Codex cloud',
        after: 'Use Codex in the cloud',
      },
      { what: 'delay of the toggle', before: '10 minutes', after: '5 minutes' },
    ]);
    const cadence = comparison.touched.filter(({ by }) => by.some(({ what }) => what === 'duty'));
    expect(cadence.map(({ by }) => by.map(({ what }) => what))).toEqual([['rows', 'duty']]);
    expect(comparison.touched).toHaveLength(2);
  });

  test('every word it says to ask for again turns stale under the newer guide, and no other does', () => {
    const facts: RolloutFacts = {
      ...nothingStored,
      guide,
      now: new Date('2026-11-18T10:40:00Z'),
      digest: (text) => text,
    };
    const said = { note: null, link: null, at: new Date('2026-11-01T09:00:00Z'), by: 'Mara' };
    const attested = tasks.filter(({ decidedBy }) => decidedBy.kind === 'attestation');
    const words = attested.map((task) => {
      const word = attest(task, said, facts);
      if (!word.ok) throw new Error(word.error.code);
      return [task.id, word.value] as const;
    });
    const later: RolloutFacts = { ...facts, guide: autumn, attestations: new Map(words) };

    const stale = attested.filter((task) => taskStatus(task, later).state === 'stale').map(({ id }) => id);

    expect(stale).toContain('posture.security');
    expect(comparison.asksAgain).toEqual(stale);
  });

  test.each(Object.keys(guide.settings['codex.cloud']))(
    'a change in the %s of a toggle touches it',
    (key) => {
      const toggle = guide.settings['codex.cloud'];
      const other = {
        ...guide.settings['codex.internet_access'],
        group: 'local-and-administration',
        ...changed,
      };
      const settings = { ...guide.settings, 'codex.cloud': { ...toggle, [key]: Reflect.get(other, key) } };

      const { touched } = compareGuides(guide, { ...guide, settings });

      expect(touched.map(({ id, by }) => [id, by.length])).toEqual([['toggle.codex.cloud', 1]]);
    },
  );

  test('a guide touches nothing of itself', () => {
    expect(compareGuides(guide, guide)).toMatchObject({ added: [], removed: [], touched: [], asksAgain: [] });
  });
});
