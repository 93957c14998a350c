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

const contractors = { id: 'e1', group: 'g1', groupName: 'Contractors', people: null };
const expected = { list: [{ ...contractors, kind: 'nobody', permission: 'codex.cloud' }], version: 1 };

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

  const auditor = { name: 'Noor', email: 'noor@acme.example', appRole: 'auditor', endsOn: '2026-12-31' };
  const forNobody = { name: null, email: null, appRole: 'it_owner', endsOn: null };

  test.each([
    ['invitation.made', auditor, 'invited Noor as auditor until 2026-12-31'],
    ['invitation.made', { ...auditor, name: null }, 'invited noor@acme.example as auditor until 2026-12-31'],
    ['invitation.made', forNobody, 'invited somebody as IT management owner'],
    ['invitation.renewed', auditor, 'made a new link to invite Noor'],
    [
      'member.joined',
      { ...auditor, invitedBy: 'Mara' },
      'joined as auditor until 2026-12-31, invited by Mara',
    ],
    ['member.role_set', { ...auditor, endsOn: null }, 'made Noor auditor'],
    ['member.deactivated', auditor, 'deactivated Noor'],
    ['member.reactivated', auditor, 'gave access back to Noor'],
    [
      'api_token.created',
      { name: 'Export', endsOn: '2026-12-31' },
      'made the API token Export, until 2026-12-31',
    ],
    ['api_token.created', { name: 'Export', endsOn: null }, 'made the API token Export, without end'],
    ['access.defaults_set', { permissions: [] }, 'set the workspace defaults'],
    ['access.model_set', { model: 'tri-state', version: 1 }, 'chose the model Tri-state, autumn 2026'],
    ['role.created', { name: 'Users' }, 'created the role Users'],
    ['role.restored', { name: 'Users' }, 'put back the role Users'],
    ['group.restored', { name: 'Platform' }, 'put back the group Platform'],
    ['person.restored', { name: 'Ola' }, 'put back the person Ola'],
    ['person.roles_set', { name: 'Ola', roles: [] }, 'set the direct roles of Ola'],
    ['role.changed', { name: 'Users' }, 'changed the role Users'],
    ['group.created', { name: 'Platform' }, 'created the group Platform'],
    ['group.changed', { name: 'Platform' }, 'changed the group Platform'],
    ['group.roles_set', { name: 'Platform' }, 'set the roles of Platform'],
    ['draft.created', { name: 'Wave 2', changes: [] }, 'began the draft Wave 2'],
    ['draft.renamed', { name: 'Wave 2', changes: [] }, 'renamed the draft Wave 2'],
    ['draft.change_added', { name: 'Wave 2', changes: [{}] }, 'added to the draft Wave 2, 1 change'],
    ['draft.change_removed', { name: 'Wave 2', changes: [] }, 'took from the draft Wave 2, 0 changes'],
    ['draft.base_taken', { name: 'Wave 2', changes: [] }, 'looked again at the draft Wave 2'],
    ['draft.discarded', { name: 'Wave 2', changes: [] }, 'discarded the draft Wave 2'],
    ['access.draft_applied', { name: 'Wave 2', changes: [{}, {}] }, 'applied the draft Wave 2, 2 changes'],
    [
      'group.members_changed',
      { name: 'Platform', added: ['1', '2'], removed: [] },
      'put 2 people into Platform',
    ],
    [
      'group.members_changed',
      { name: 'Platform', added: [], removed: ['1'] },
      'took 1 person out of Platform',
    ],
    [
      'group.members_changed',
      { name: 'Platform', added: ['1'], removed: ['2', '3'] },
      'put 1 person into and took 2 people out of Platform',
    ],
    [
      'console.step_confirmed',
      { words: 'Create the group Pilot' },
      'confirmed in the vendor’s console: Create the group Pilot',
    ],
    [
      'console.all_confirmed',
      { words: '12 steps at once' },
      'confirmed in the vendor’s console: 12 steps at once',
    ],
    [
      'console.step_taken_back',
      { words: 'Create the group Pilot' },
      'took back the confirmation: Create the group Pilot',
    ],
    ['person.created', { name: 'Ola' }, 'added the person Ola'],
    ['person.changed', { name: 'Ola' }, 'changed the person Ola'],
    [
      'directory.imported',
      { counts: { added: 9998, changed: 2, removed: 0 } },
      'imported people, groups and memberships: 9,998 added, 2 changed',
    ],
    ['directory.imported', { people: 200, groups: 4 }, 'imported 200 people in 4 groups'],
    ['expectation.added', expected, 'expects “No one in Contractors may use Codex cloud”'],
    ['expectation.changed', expected, 'now expects “No one in Contractors may use Codex cloud”'],
    ['expectations.set', expected, 'said anew what is expected of access'],
    ['expectations.ordered', expected, 'put another order into what is expected of access'],
  ])('%s of members, API tokens and access is told in words: %j', (action, after, expected) => {
    expect(words(action, 'x:1', after)).toBe(expected);
  });

  test.each([
    ['invitation.revoked', auditor, 'revoked the invitation of Noor'],
    ['api_token.revoked', { name: 'Export', endsOn: null }, 'revoked the API token Export'],
    ['role.removed', { name: 'Users' }, 'removed the role Users'],
    ['group.removed', { name: 'Platform' }, 'removed the group Platform'],
    ['person.removed', { name: 'Ola' }, 'removed the person Ola'],
    ['expectation.removed', expected, 'no longer expects “No one in Contractors may use Codex cloud”'],
  ])('%s is told by what there was before', (action, before, expected) => {
    expect(words(action, 'x:1', null, before)).toBe(expected);
  });

  test.each([
    'invitation.made',
    'invitation.revoked',
    'member.joined',
    'api_token.created',
    'api_token.revoked',
    'access.model_set',
    'role.changed',
    'group.members_changed',
    'console.step_confirmed',
  ])('%s with values that cannot be read leaves the action’s name', (action) => {
    expect(words(action, 'x:1', { of: 'another version' })).toBe(`recorded ${action} on x:1`);
  });

  test('what is told of roles, groups and people leads to the tasks it changes', () => {
    const taskOf = (action: string) =>
      describeEvent(event(action, 'x:1', { name: 'x', added: ['1'], removed: [] }), guide).flatMap((part) =>
        typeof part === 'string' ? [] : [part.taskId],
      );

    expect(
      [
        'access.defaults_set',
        'role.changed',
        'group.roles_set',
        'group.members_changed',
        'person.changed',
      ].flatMap(taskOf),
    ).toEqual(['roles.default', 'roles.custom', 'roles.groups', 'roles.resolution', 'roles.resolution']);
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
