import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { describeEvent, doorWords, plainWords } from './describe-event';
import type { StoredEvent } from './event-words';

const event = (action: string, subject: string, after: unknown, before: unknown = null): StoredEvent => ({
  action,
  subject,
  before,
  after,
});
const words = (...parts: Parameters<typeof event>) => plainWords(describeEvent(event(...parts), guide));

describe('describeEvent', () => {
  test('a confirmation of what is wanted says what was confirmed', () => {
    const seen = event('setting.confirmed', 'setting:codex.local', { wanted: true, confirmed: 'on' });

    expect(describeEvent(seen, guide)).toEqual([
      'confirmed ',
      { label: 'Allow members to use Codex Local', taskId: 'toggle.codex.local' },
      ' on',
    ]);
  });

  test('a confirmation of something else says what was found and what is wanted', () => {
    expect(words('setting.confirmed', 'setting:codex.device_code', { wanted: false, confirmed: 'on' })).toBe(
      'found Enable device code authentication for Codex CLI on, wanted off',
    );
  });

  test.each([
    ['setting.wanted', 'setting:codex.local', null, 'recorded Allow members to use Codex Local as wanted on'],
    [
      'setting.unwanted',
      'setting:codex.local',
      null,
      'recorded Allow members to use Codex Local as wanted off',
    ],
    ['decision.made', 'decision:rollout', { surfaces: 'both' }, 'made the rollout decision: local and cloud'],
    ['owner.named', 'owner:it', { name: 'Devi Rao' }, 'named Devi Rao as IT management owner'],
    ['owner.removed', 'owner:governance', { name: null }, 'left Governance owner to nobody'],
    [
      'configuration.preset_taken',
      'configuration:baseline',
      { preset: 'strict' },
      'took the preset strict for the baseline decisions',
    ],
    [
      'configuration.decided',
      'configuration:baseline',
      { preset: null },
      'changed the baseline decisions by hand',
    ],
    [
      'workspace.created',
      'workspace:acme',
      { name: 'Acme', firstMember: 'Mara' },
      'created the workspace Acme, with Mara as first member',
    ],
    [
      'account.recovered',
      'account:1',
      { email: 'mara@acme.example' },
      'set a new password for mara@acme.example through a recovery link',
    ],
  ])('%s is told in words', (action, subject, after, expected) => {
    expect(words(action, subject, after)).toBe(expected);
  });

  test('a changed decision says what it was before', () => {
    expect(words('decision.made', 'decision:rollout', { surfaces: 'local' }, { surfaces: 'both' })).toBe(
      'made the rollout decision: local only, instead of local and cloud',
    );
  });

  test('owners, decision and baseline lead to their tasks', () => {
    const things = [
      event('owner.removed', 'owner:it', null),
      event('decision.made', 'decision:rollout', { surfaces: 'local' }),
      event('configuration.decided', 'configuration:baseline', null),
    ].flatMap((one) => describeEvent(one, guide).filter((part) => typeof part !== 'string'));

    expect(things.map(({ taskId }) => taskId)).toEqual(['owners', 'decision', 'configuration.baseline']);
  });

  test('an action nobody knows is told by its name', () => {
    expect(words('release.approved', 'release:7', null)).toBe('recorded release.approved on release:7');
  });

  test('values that cannot be read leave the action’s name', () => {
    expect(words('setting.confirmed', 'setting:codex.local', { seen: 'on' })).toBe(
      'recorded setting.confirmed on setting:codex.local',
    );
  });

  test('a toggle the guide no longer has is told by its key and leads nowhere', () => {
    expect(describeEvent(event('setting.wanted', 'setting:codex.retired', null), guide)[1]).toEqual({
      label: 'codex.retired',
      taskId: null,
    });
  });

  test('an action named like a part of every object is told by its name', () => {
    expect(words('constructor', 'x:1', null)).toBe('recorded constructor on x:1');
  });
});

describe('doorWords', () => {
  test('a door has its words, and one nobody knows its name', () => {
    expect([doorWords('api'), doorWords('pigeon')]).toEqual(['through the API', 'through pigeon']);
  });
});
