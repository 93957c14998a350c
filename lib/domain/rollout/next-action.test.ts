import { describe, expect, test } from 'vitest';
import type { SettingKey } from '#lib/catalog/settings';
import { duties, nobodyYet, type Owner } from '#lib/domain/owners/owner';
import type { Setting } from '#lib/domain/settings/setting';
import { smallGuide as guide } from '#test/small-guide';
import { unownedTasks, waitingForOthers, waitingForTime } from './attention';
import type { SurfaceChoice } from './decision';
import { nothingStored } from './facts';
import { nextAction } from './next-action';
import { rolloutProgress } from './progress';
import { rolloutRisks } from './risks';

const now = new Date('2026-11-18T10:40:00Z');
const justNow = new Date('2026-11-18T10:36:00Z');

type Change = { wanted?: boolean; confirmed?: 'on' | 'off'; restsOn?: boolean };

function toggle(key: SettingKey, { wanted = true, confirmed, restsOn = wanted }: Change = {}): Setting {
  const confirmation = confirmed
    ? { state: confirmed, at: justNow, by: 'Sam', note: null, link: null, restsOn }
    : null;
  return { key, wanted, version: 1, wantedAt: justNow, wantedBy: 'Mara', confirmation };
}

const people = { workspace: 'Mara', it: 'Devi', governance: 'Jonas' };
const everybody: Owner[] = duties.map((duty) => ({
  ...nobodyYet(duty),
  name: people[duty],
  version: 1,
}));
const settled = [
  toggle('codex.local', { confirmed: 'on' }),
  toggle('codex.device_code', { wanted: false, confirmed: 'off' }),
  toggle('codex.administer', { confirmed: 'on' }),
];

type Given = { surfaces?: SurfaceChoice; owners?: Owner[]; settings?: Setting[]; configuration?: number };

const progress = ({ surfaces, owners = [], settings = [], configuration = 0 }: Given = {}) =>
  rolloutProgress({
    ...nothingStored,
    guide,
    digest: (text) => text,
    decision: { surfaces: surfaces ?? null, version: surfaces ? 1 : 0 },
    owners,
    settings: new Map(settings.map((setting) => [setting.key, setting])),
    configuration: { version: configuration, decisions: null },
    now,
  });

const local = { surfaces: 'local', owners: everybody } as const;
const cloud = { surfaces: 'cloud', owners: everybody } as const;
const connector = toggle('codex.github_connector', { confirmed: 'on' });

describe('nextAction', () => {
  test('an empty workspace decides first, then names its owners, then goes through the toggles', () => {
    const { next, afterThat } = nextAction(progress());

    expect([next, ...afterThat].slice(0, 4).map((action) => action?.title)).toEqual([
      'Decide local, cloud or both',
      'Name the three owners',
      'Choose on or off for Allow members to use Codex Local',
      'Choose on or off for device code authentication for Codex CLI',
    ]);
  });

  test('an action says why, whose it is and where it is done', () => {
    expect(nextAction(progress({ surfaces: 'local' })).next).toEqual({
      taskId: 'owners',
      row: '0.1',
      title: 'Name the three owners',
      reason: 'Still to name: Workspace owner, IT management owner, Governance owner.',
      meaning: null,
      state: 'todo',
      owner: { duty: 'workspace', name: null },
      step: { number: 0, slug: 'owners-and-decision' },
      anchor: 'task-owners',
      at: null,
    });
  });

  test.each([
    [
      'wanted on and not confirmed',
      toggle('codex.local'),
      'Turn on Allow members to use Codex Local in ChatGPT',
    ],
    [
      'wanted on and found off',
      toggle('codex.local', { confirmed: 'off' }),
      'Turn on Allow members to use Codex Local in ChatGPT',
    ],
    [
      'wanted off and not confirmed',
      toggle('codex.local', { wanted: false }),
      'Confirm that Allow members to use Codex Local is off',
    ],
    [
      'wanted off and found on',
      toggle('codex.local', { wanted: false, confirmed: 'on' }),
      'Turn off Allow members to use Codex Local in ChatGPT',
    ],
    [
      'confirmed for another wish',
      toggle('codex.local', { confirmed: 'off', restsOn: false }),
      'Confirm again that Allow members to use Codex Local is on',
    ],
  ])('a toggle that is %s asks for the right thing', (_, setting, title) => {
    expect(nextAction(progress({ ...local, settings: [...settled.slice(1), setting] })).next?.title).toBe(
      title,
    );
  });

  test('what the console shows differently comes before everything else', () => {
    const settings = [toggle('codex.internet_access', { wanted: false, confirmed: 'on' })];

    expect(nextAction(progress({ settings })).next).toMatchObject({
      title: 'Turn off agent internet access in ChatGPT',
      reason: 'Wanted off; Sam found it on.',
      meaning: guide.settings['codex.internet_access']?.risk,
    });
  });

  test('a toggle nobody has spoken of says what it is good for, one already wanted does not', () => {
    const given = { ...local, settings: settled.slice(1) };

    expect(nextAction(progress(given)).next?.meaning).toBe(guide.settings['codex.local']?.why);
    expect(
      nextAction(progress({ ...given, settings: [...given.settings, toggle('codex.local')] })).next,
    ).toMatchObject({ taskId: 'toggle.codex.local', meaning: null });
  });

  test('what became stale comes before what was never done', () => {
    const settings = [toggle('codex.administer', { confirmed: 'off', restsOn: false })];

    expect(nextAction(progress({ ...local, settings })).next?.taskId).toBe('toggle.codex.administer');
  });

  test('what waits for its time comes last, with the time', () => {
    const settings = [connector, toggle('codex.cloud', { confirmed: 'on' }), ...settled.slice(2)];
    const { next, afterThat } = nextAction(progress({ ...cloud, settings }));

    expect(next?.title).toBe('Choose on or off for full answers of the Codex Slack app');
    expect(afterThat.at(-1)).toMatchObject({
      title: 'Look for Codex in ChatGPT’s left-hand panel',
      at: new Date('2026-11-18T10:46:00Z'),
    });
  });

  test('a blocked task is not asked for, what blocks it is', () => {
    const settings = [toggle('codex.github_connector'), toggle('codex.cloud')];
    const { next, afterThat } = nextAction(progress({ ...cloud, settings }));

    expect(next?.taskId).toBe('toggle.codex.github_connector');
    expect(afterThat.map((action) => action.taskId)).not.toContain('toggle.codex.cloud');
  });

  test('an owner is asked for the tasks of the own duty only', () => {
    const { next, afterThat } = nextAction(progress(local), ['it']);

    expect([next, ...afterThat].map((action) => action?.taskId)).toEqual([
      'configuration.requirements',
      'configuration.managed_defaults',
      'configuration.baseline',
    ]);
  });

  test('the workspace owner is asked for what nobody owns, others are not', () => {
    const given = { ...local, owners: everybody.filter(({ duty }) => duty === 'workspace') };
    const asked = nextAction(progress(given), ['workspace']).afterThat.map((action) => action.taskId);

    expect(asked).toContain('configuration.requirements');
    expect(nextAction(progress({ ...local, settings: settled }), ['workspace']).next).toBeNull();
    expect(nextAction(progress({ surfaces: 'local' }), ['governance']).next).toBeNull();
  });
});

describe('rolloutRisks', () => {
  test('a workspace where nothing was recorded has none', () => {
    expect(rolloutRisks(progress())).toEqual([]);
  });

  test('the gravest stands first: differs, on outside the decision, dangerous, stale', () => {
    const settings = [
      toggle('codex.local', { confirmed: 'on' }),
      toggle('codex.github_connector', { confirmed: 'on', restsOn: false }),
      toggle('codex.cloud', { confirmed: 'off' }),
      toggle('codex.internet_access'),
    ];

    expect(rolloutRisks(progress({ ...cloud, settings })).map(({ kind, row }) => [kind, row])).toEqual([
      ['differs', '1.5'],
      ['on_outside_decision', '1.1'],
      ['dangerous', '1.8'],
      ['stale', '1.4'],
    ]);
  });

  test('a difference names what was found, what is wanted and who found it', () => {
    const settings = [toggle('codex.internet_access', { wanted: false, confirmed: 'on' })];

    expect(rolloutRisks(progress({ settings }))).toMatchObject([
      {
        kind: 'differs',
        title: 'Enable Codex agent to access the internet is on, wanted off',
        reason: 'Sam found it on.',
        step: { number: 1, slug: 'toggles' },
        anchor: 'task-toggle-codex-internet_access',
      },
    ]);
  });

  test.each([
    ['wanted on', toggle('codex.internet_access')],
    ['wanted and confirmed on', toggle('codex.internet_access', { confirmed: 'on' })],
    [
      'found on for an older wish',
      toggle('codex.internet_access', { wanted: false, confirmed: 'on', restsOn: true }),
    ],
  ])('agent internet access that is %s is a risk of its own', (_, setting) => {
    const risks = rolloutRisks(progress({ ...cloud, settings: [setting] }));

    expect(risks.map(({ kind }) => kind)).toEqual(['dangerous']);
  });

  test('agent internet access that is wanted and confirmed off is none', () => {
    const settings = [toggle('codex.internet_access', { wanted: false, confirmed: 'off' })];

    expect(rolloutRisks(progress({ ...cloud, settings }))).toEqual([]);
  });

  test('a toggle found on before anything was wanted of it differs from nothing', () => {
    const settings = [{ ...toggle('codex.local', { wanted: false, confirmed: 'on' }), version: 0 }];

    expect(rolloutRisks(progress({ ...local, settings }))).toEqual([]);
  });

  test('what was found off outside the decision is none', () => {
    const settings = [toggle('codex.local', { wanted: false, confirmed: 'off' })];

    expect(rolloutRisks(progress({ ...cloud, settings }))).toEqual([]);
  });
});

describe('attention', () => {
  test('what nobody owns is told by duty, without what does not apply', () => {
    const unowned = unownedTasks(progress({ ...local, owners: everybody.slice(0, 1) }));

    expect(unowned.map(({ duty }) => duty)).toEqual(['it']);
    expect(unowned.flatMap(({ tasks }) => tasks.map(({ task }) => task.surface))).not.toContain('cloud');
  });

  test('when everything has an owner, nothing is left', () => {
    expect(unownedTasks(progress(local))).toEqual([]);
  });

  test('one waits for named others, for what they can do here', () => {
    const waiting = waitingForOthers(progress({ ...local, settings: settled }), ['workspace']);

    expect(waiting.map(({ task, owner }) => [task.id, owner.name])).toEqual([
      ['configuration.requirements', 'Devi'],
      ['configuration.managed_defaults', 'Devi'],
      ['configuration.baseline', 'Devi'],
    ]);
  });

  test('nobody waits for an owner who is not named', () => {
    expect(waitingForOthers(progress({ surfaces: 'local' }), ['workspace'])).toEqual([]);
  });

  test('what only time is needed for is told apart', () => {
    const settings = [connector, toggle('codex.cloud', { confirmed: 'on' })];

    expect(waitingForTime(progress({ ...cloud, settings })).map(({ task }) => task.id)).toEqual([
      'toggle.codex.cloud',
    ]);
  });
});
