import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import type { SettingKey } from '#lib/catalog/settings';
import { nobodyYet, type Owner } from '#lib/domain/owners/owner';
import { neverWritten, type Setting } from '#lib/domain/settings/setting';
import type { SurfaceChoice } from './decision';
import { nothingStored, type RolloutFacts } from './facts';
import { taskStatus } from './task-status';

const now = new Date('2026-11-18T10:40:00Z');
const longAgo = new Date('2026-11-03T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

type Change = { wanted?: boolean; confirmed?: 'on' | 'off'; at?: Date; restsOn?: boolean };

function toggle(
  key: SettingKey,
  { wanted = true, confirmed, at = longAgo, restsOn = wanted }: Change = {},
): Setting {
  const confirmation = confirmed
    ? { state: confirmed, at, by: 'Sam', note: null, link: null, restsOn }
    : null;
  return { key, wanted, version: 1, wantedAt: longAgo, wantedBy: 'Mara', confirmation };
}

const owner = (duty: Owner['duty'], name: string): Owner => ({ ...nobodyYet(duty), name, version: 1 });
const mara = owner('workspace', 'Mara');

type Given = {
  surfaces?: SurfaceChoice;
  settings?: Setting[];
  owners?: Owner[];
  configuration?: number;
  configErrors?: RolloutFacts['configErrors'];
};

const facts = ({
  surfaces,
  settings = [],
  owners = [mara],
  configuration = 0,
  configErrors = {},
}: Given = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  digest: (text) => text,
  decision: { surfaces: surfaces ?? null, version: surfaces ? 1 : 0 },
  owners,
  settings: new Map(settings.map((setting) => [setting.key, setting])),
  configuration: { version: configuration, decisions: null },
  configErrors,
  now,
});

const tasks = guide.steps.flatMap((step) => step.tasks);

function status(taskId: string, given?: Given) {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw new Error(`No task ${taskId}`);
  return taskStatus(task, facts(given));
}

const connectorDone = toggle('codex.github_connector', { confirmed: 'on' });

describe('a toggle', () => {
  test('is to do while nothing was ever wanted of it', () => {
    expect(status('toggle.codex.local')).toMatchObject({ state: 'todo', version: 0 });
  });

  test('is to do when it was confirmed before anything was wanted', () => {
    const setting = { ...toggle('codex.local', { wanted: false, confirmed: 'on' }), version: 0 };

    expect(status('toggle.codex.local', { settings: [setting] }).state).toBe('todo');
  });

  test('is in progress while the wish waits for its confirmation', () => {
    expect(status('toggle.codex.local', { settings: [toggle('codex.local')] })).toMatchObject({
      state: 'in_progress',
      reason: 'Wanted on, not confirmed yet.',
      version: 1,
    });
  });

  test('is in progress, and says why, while it was found to differ', () => {
    const settings = [toggle('codex.internet_access', { wanted: false, confirmed: 'on' })];

    expect(status('toggle.codex.internet_access', { settings })).toMatchObject({
      state: 'in_progress',
      reason: 'Wanted off; Sam found it on.',
    });
  });

  test.each([
    ['on', true],
    ['off', false],
  ] as const)('is done once confirmed %s as wanted', (confirmed, wanted) => {
    const settings = [toggle('codex.local', { wanted, confirmed })];

    expect(status('toggle.codex.local', { settings })).toMatchObject({ state: 'done', reason: null });
  });

  test('is stale while its confirmation was given for another wish', () => {
    const settings = [toggle('codex.local', { wanted: true, confirmed: 'off', restsOn: false })];

    expect(status('toggle.codex.local', { settings })).toMatchObject({
      state: 'stale',
      reason: 'Sam confirmed it while off was wanted; now on is.',
    });
  });

  test('counts again when the wish is changed back', () => {
    const settings = [{ ...toggle('codex.local', { wanted: true, confirmed: 'on' }), version: 3 }];

    expect(status('toggle.codex.local', { settings })).toMatchObject({ state: 'done', version: 3 });
  });

  test('is blocked while a toggle it needs is not done, which is named with its row and owner', () => {
    const settings = [toggle('codex.github_connector'), toggle('codex.cloud', { confirmed: 'on' })];

    expect(status('toggle.codex.cloud', { settings })).toMatchObject({
      state: 'blocked',
      reason: '1.4 ChatGPT GitHub Connector is not done yet.',
      blockedBy: { key: 'codex.github_connector', row: '1.4', owner: { duty: 'workspace', name: 'Mara' } },
    });
  });

  test('is blocked while a toggle it needs is done, but off', () => {
    const settings = [
      toggle('codex.github_connector', { wanted: false, confirmed: 'off' }),
      toggle('codex.cloud', { confirmed: 'on' }),
    ];

    expect(status('toggle.codex.cloud', { settings }).state).toBe('blocked');
  });

  test('is not blocked when it is wanted off', () => {
    const settings = [toggle('codex.cloud', { wanted: false, confirmed: 'off' })];

    expect(status('toggle.codex.cloud', { settings }).state).toBe('done');
  });

  test('is stale rather than blocked when both hold', () => {
    const settings = [toggle('codex.cloud', { confirmed: 'off', restsOn: false })];

    expect(status('toggle.codex.cloud', { settings }).state).toBe('stale');
  });

  test('says until when it is blocked by a toggle that only waits', () => {
    const cloud = toggle('codex.cloud', { confirmed: 'on', at: minutesAgo(4) });
    const settings = [connectorDone, cloud, toggle('codex.slack_answers')];

    expect(status('toggle.codex.slack_answers', { settings })).toMatchObject({
      state: 'blocked',
      waitingUntil: new Date('2026-11-18T10:46:00Z'),
    });
  });

  test.each([
    [0, 'waiting'],
    [9.99, 'waiting'],
    [10, 'done'],
    [11, 'done'],
  ])('of cloud, confirmed on %d minutes ago, is %s', (minutes, state) => {
    const cloud = toggle('codex.cloud', { confirmed: 'on', at: minutesAgo(minutes) });

    expect(status('toggle.codex.cloud', { settings: [connectorDone, cloud] }).state).toBe(state);
  });

  test('that waits says until when and why', () => {
    const cloud = toggle('codex.cloud', { confirmed: 'on', at: minutesAgo(4) });

    expect(status('toggle.codex.cloud', { settings: [connectorDone, cloud] })).toMatchObject({
      reason: 'It may take up to 10 minutes to appear in ChatGPT.',
      waitingUntil: new Date('2026-11-18T10:46:00Z'),
    });
  });

  test('that goes off waits for nothing', () => {
    const cloud = toggle('codex.cloud', { wanted: false, confirmed: 'off', at: minutesAgo(1) });

    expect(status('toggle.codex.cloud', { settings: [cloud] }).state).toBe('done');
  });

  test('brings its definition and what is stored of it', () => {
    expect(status('toggle.codex.local').toggle).toEqual({
      definition: guide.settings['codex.local'],
      setting: neverWritten('codex.local'),
    });
  });
});

describe('the rollout decision', () => {
  test('makes the other surface not applicable, whatever is stored, and loses nothing', () => {
    const found = status('toggle.codex.local', {
      surfaces: 'cloud',
      settings: [toggle('codex.local', { confirmed: 'on' })],
    });

    expect(found).toMatchObject({
      state: 'not_applicable',
      reason: 'The rollout decision is cloud only.',
      version: 1,
      toggle: { setting: { confirmation: { state: 'on' } } },
    });
  });

  test('leaves a toggle outside of it without a timer', () => {
    const cloud = toggle('codex.cloud', { confirmed: 'on', at: minutesAgo(1) });
    const found = status('toggle.codex.cloud', { surfaces: 'local', settings: [connectorDone, cloud] });

    expect(found).toMatchObject({ waitingUntil: null, blockedBy: null });
  });

  test('keeps administration in a rollout of either surface', () => {
    expect(status('toggle.codex.administer', { surfaces: 'local' }).state).toBe('todo');
    expect(status('toggle.codex.administer', { surfaces: 'cloud' }).state).toBe('todo');
  });

  test('takes nothing away while it is not made', () => {
    expect(tasks.map((task) => taskStatus(task, facts()).state)).not.toContain('not_applicable');
  });

  test('is done as soon as it is made', () => {
    expect(status('decision')).toMatchObject({ state: 'todo', version: 0 });
    expect(status('decision', { surfaces: 'local' })).toMatchObject({ state: 'done', version: 1 });
  });
});

describe('the owners', () => {
  const all = [mara, owner('it', 'Devi'), owner('governance', 'Jonas')];

  test.each([
    ['nobody is named', [], 'todo', 'Still to name: Workspace owner, IT management owner, Governance owner.'],
    ['one is missing', all.slice(0, 2), 'in_progress', 'Still to name: Governance owner.'],
    ['all three are named', all, 'done', null],
  ])('%s', (_, owners, state, reason) => {
    expect(status('owners', { owners })).toMatchObject({ state, reason, version: owners.length });
  });

  test('whoever is named owns the tasks of the duty', () => {
    expect(status('configuration.requirements', { owners: all }).owner).toEqual({ duty: 'it', name: 'Devi' });
    expect(status('configuration.requirements').owner).toEqual({ duty: 'it', name: null });
  });
});

test('a configuration is open while a file it is about holds an error, and says which', () => {
  const configErrors = { 'managed_config.toml': { count: 2, line: 3, message: 'No client knows it.' } };
  const now = (taskId: string) => status(taskId, { configuration: 2, configErrors });
  expect(now('configuration.requirements')).toMatchObject({ state: 'done', finding: false });
  for (const taskId of ['configuration.managed_defaults', 'configuration.baseline']) {
    expect(now(taskId)).toMatchObject({
      state: 'in_progress',
      finding: true,
      reason: 'managed_config.toml holds 2 errors, the first on line 3: No client knows it.',
    });
  }
});

test.each(['configuration.requirements', 'configuration.managed_defaults', 'configuration.baseline'])(
  '%s is done once a configuration is chosen',
  (taskId) => {
    expect(status(taskId)).toMatchObject({ state: 'todo', version: 0 });
    expect(status(taskId, { configuration: 2 })).toMatchObject({ state: 'done', version: 2 });
  },
);
