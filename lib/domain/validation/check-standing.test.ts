import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { presets } from '#lib/domain/config/presets';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { taskStatus } from '#lib/domain/rollout/task-status';
import { neverWritten } from '#lib/domain/settings/setting';
import { resultKey, type CheckResult } from './check';
import { itemStatuses } from './check-status';
import { recordCheck, type CheckAnswer } from './record-check';

const now = new Date('2026-11-18T10:40:00Z');
const digest = (text: string) =>
  [...text]
    .reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7)
    .toString(16)
    .padStart(64, '0');

const want = (key: string, wanted: boolean) => [key, { ...neverWritten(key), wanted, version: 1 }] as const;

const facts = (change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now,
  digest,
  decision: { surfaces: 'both', version: 1 },
  settings: new Map([want('codex.local', true), want('codex.cloud', true), want('codex.administer', true)]),
  ...change,
});

const users = { id: 'r1', name: 'Codex Users', permissions: { 'codex.local': true }, version: 1 };
const admins = { id: 'r2', name: 'Codex Admin', permissions: { 'codex.administer': true }, version: 1 };
const access = {
  ...nothingStored.access,
  defaults: { permissions: { 'codex.local': true }, version: 1 },
  roles: [users, admins],
  profiles: [
    { roleIds: [], people: 90, groupIds: [] },
    { roleIds: ['r1', 'r2'], people: 3, groupIds: [] },
  ],
};

const tasks = guide.steps.flatMap((step) => step.tasks);

function taskOf(id: string) {
  const task = tasks.find((one) => one.id === id);
  if (!task || task.decidedBy.kind !== 'check') throw new Error(`No check ${id}`);
  return { task, check: task.decidedBy.check };
}

const silent: CheckAnswer = { outcome: null, observed: null, permissions: null, note: null, link: null };

/** The facts after somebody recorded `answer` for an item. */
function after(given: RolloutFacts, id: string, item: string, answer: Partial<CheckAnswer>): RolloutFacts {
  const found = itemStatuses(id, taskOf(id).check, given).find(({ planned }) => planned.item === item);
  if (!found) throw new Error(`No item ${item}`);
  const version = (found.result?.version ?? 0) + 1;
  const result = recordCheck(
    found.planned,
    { ...silent, ...answer },
    { taskId: id, at: now, by: 'Devi', version },
  );
  if (!result.ok) throw new Error(result.error.message);
  return { ...given, checkResults: new Map(given.checkResults).set(resultKey(id, item), result.value) };
}

const status = (id: string, given: RolloutFacts) => taskStatus(taskOf(id).task, given);
const fine = { outcome: 'as_expected', observed: 'It answered.' } as const;
const onEverySystem = (given: RolloutFacts) =>
  ['linux', 'macos', 'windows'].reduce((so, item) => after(so, 'validate.local_sign_in', item, fine), given);

describe('a check in words', () => {
  test('is to do while nobody looked, in progress while a system is open, done after the last', () => {
    const linux = after(facts(), 'validate.local_sign_in', 'linux', fine);

    expect(status('validate.local_sign_in', facts()).state).toBe('todo');
    expect(status('validate.local_sign_in', linux)).toMatchObject({
      state: 'in_progress',
      reason: 'Still to look at: macOS, Windows.',
    });
    expect(status('validate.local_sign_in', onEverySystem(facts()))).toMatchObject({
      state: 'done',
      version: 3,
    });
  });

  test('counts a system that nobody uses, but not when nobody uses any', () => {
    const unused = { outcome: 'not_used' } as const;
    const two = after(
      after(facts(), 'validate.local_sign_in', 'linux', fine),
      'validate.local_sign_in',
      'macos',
      unused,
    );
    const none = ['linux', 'macos', 'windows'].reduce(
      (so, item) => after(so, 'validate.local_sign_in', item, unused),
      facts(),
    );

    expect(
      status('validate.local_sign_in', after(two, 'validate.local_sign_in', 'windows', unused)).state,
    ).toBe('done');
    expect(status('validate.local_sign_in', none).state).toBe('in_progress');
  });

  test('is in progress while a system differs, which is named', () => {
    const given = after(onEverySystem(facts()), 'validate.local_sign_in', 'macos', {
      outcome: 'differs',
      observed: 'Refused by the proxy.',
    });

    expect(status('validate.local_sign_in', given)).toMatchObject({
      state: 'in_progress',
      reason: 'Found to differ: macOS.',
    });
  });

  test('turns stale when its toggle is wanted otherwise, and counts again when it is changed back', () => {
    const checked = onEverySystem(facts());
    const off = new Map(checked.settings).set(...want('codex.local', false));

    expect(status('validate.local_sign_in', { ...checked, settings: off })).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('Allow members to use Codex Local is now wanted off.'),
    });
    expect(status('validate.local_sign_in', checked).state).toBe('done');
  });

  test('does not turn stale when another toggle is wanted otherwise', () => {
    const checked = onEverySystem(facts());
    const settings = new Map(checked.settings).set(...want('codex.cloud', false));

    expect(status('validate.local_sign_in', { ...checked, settings }).state).toBe('done');
  });
});

describe('a check of access', () => {
  test('is blocked, by a task with its owner, while there is no access profile', () => {
    expect(status('validate.access', facts())).toMatchObject({
      state: 'blocked',
      blockedBy: { row: '2.1', owner: { duty: 'workspace' } },
    });
  });

  test('expects of each profile what its roles grant and the toggles allow', () => {
    const settings = new Map([want('codex.local', true), want('codex.administer', false)]);
    const { check } = taskOf('validate.access');

    const items = itemStatuses('validate.access', check, facts({ access, settings }));

    expect(items.map(({ planned }) => [planned.label, planned.expected])).toEqual([
      ['Workspace defaults', 'These work: Codex local.'],
      ['Codex Users and Codex Admin', 'These work: Codex local.'],
    ]);
  });

  test('leaves out what the rollout decision leaves out', () => {
    const { check } = taskOf('validate.access');
    const given = facts({ access, decision: { surfaces: 'local', version: 1 } });
    const [first] = itemStatuses('validate.access', check, given);
    const answer = first?.planned.answer;

    expect(answer?.kind === 'access' && answer.permissions.map(({ key }) => key)).toEqual([
      'codex.local',
      'codex.administer',
    ]);
  });

  test('data decides how it came out, whatever the caller says', () => {
    const given = facts({ access });
    const seen = { 'codex.local': true, 'codex.cloud': true, 'codex.administer': false };
    const next = after(given, 'validate.access', 'defaults', { outcome: 'as_expected', permissions: seen });

    expect(next.checkResults.get(resultKey('validate.access', 'defaults'))).toMatchObject({
      outcome: 'differs',
      observed: 'Codex cloud worked.',
    });
  });

  test('is done once every profile was tried, and stale when a role grants something else', () => {
    const defaults = { 'codex.local': true, 'codex.cloud': false, 'codex.administer': false };
    const both = { 'codex.local': true, 'codex.cloud': false, 'codex.administer': true };
    const one = after(facts({ access }), 'validate.access', 'defaults', { permissions: defaults });
    const done = after(one, 'validate.access', 'r1+r2', { permissions: both });
    const wider = { ...users, permissions: { 'codex.local': true, 'codex.cloud': true } };

    expect(status('validate.access', done).state).toBe('done');
    expect(
      status('validate.access', { ...done, access: { ...access, roles: [wider, admins] } }),
    ).toMatchObject({
      state: 'stale',
      reason:
        'What Codex Users and Codex Admin should be able to do has changed. Devi found it as expected before that.',
    });
  });

  test('asks for each permission', () => {
    const { check } = taskOf('validate.access');
    const [first] = itemStatuses('validate.access', check, facts({ access }));
    const result =
      first && recordCheck(first.planned, silent, { taskId: 'x', at: now, by: 'Devi', version: 1 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'answer_incomplete', fields: { permissions: [/Codex cloud/] } },
    });
  });
});

describe('a check of a file', () => {
  const configuration = { version: 1, decisions: presets.standard };
  const sumOf = (given: RolloutFacts) => {
    const { check } = taskOf('validate.configuration');
    const answer = itemStatuses('validate.configuration', check, given)[0]?.planned.answer;
    return answer?.kind === 'sum' ? answer.sha256 : '';
  };
  const record = (given: RolloutFacts, observed: string) =>
    after(given, 'validate.configuration', 'linux', { observed }).checkResults.get(
      resultKey('validate.configuration', 'linux'),
    ) as CheckResult;

  test('is blocked while no configuration was chosen', () => {
    expect(status('validate.configuration', facts())).toMatchObject({
      state: 'blocked',
      blockedBy: { row: '3.1' },
    });
  });

  test('the sum decides, in the shape a command prints it', () => {
    const given = facts({ configuration });

    expect(record(given, `${sumOf(given).toUpperCase()}  -\n`)).toMatchObject({ outcome: 'as_expected' });
    expect(record(given, 'a'.repeat(64))).toMatchObject({ outcome: 'differs', observed: 'a'.repeat(64) });
  });

  test('something that is no sum is refused', () => {
    expect(() => record(facts({ configuration }), 'ok')).toThrow('64 hexadecimal digits');
  });

  test('turns stale when the file changes', () => {
    const given = facts({ configuration });
    const checked = ['linux', 'macos', 'windows'].reduce(
      (so, item) => after(so, 'validate.configuration', item, { observed: sumOf(given) }),
      given,
    );
    const strict = { version: 2, decisions: presets.strict };

    expect(status('validate.configuration', checked).state).toBe('done');
    expect(status('validate.configuration', { ...checked, configuration: strict }).state).toBe('stale');
  });
});
