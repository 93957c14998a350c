import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { acceptRisk } from '#lib/domain/acceptances/accept-risk';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { neverWritten } from '#lib/domain/settings/setting';
import { accessFindings } from './access-findings';
import { subjectOf } from './finding';
import { findingStatuses, findingSums } from './finding-status';

const facts = (access: Partial<AccessFacts>, change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now: new Date('2026-11-18T10:40:00Z'),
  digest: (text) => text,
  access: { ...nothingStored.access, ...access },
  ...change,
});
const role = (id: string, permissions: Record<string, boolean>) => ({
  id,
  name: id,
  permissions,
  version: 1,
});
const group = (id: string, source: 'manual' | 'scim', roleIds: string[], people: number) => ({
  ...{ id, name: id, source, roleIds, people },
  version: 1,
  rolesVersion: 1,
});
const profile = (roleIds: string[], people: number, groupIds: string[] = []) => ({
  roleIds,
  people,
  groupIds,
});
const ids = (given: RolloutFacts) => accessFindings(given).map(({ id }) => id);

describe('accessFindings', () => {
  test('nothing is found where nothing is', () => {
    expect(accessFindings(facts({}))).toEqual([]);
  });

  test('a Codex role that drops what the defaults give is found twice: as a loss, and at the role', () => {
    const given = facts({
      defaults: { permissions: { 'codex.local': true, 'gpts.use': true }, version: 1 },
      roles: [role('users', { 'codex.local': true })],
      groups: [group('Pilot', 'scim', ['users'], 36)],
      profiles: [profile([], 100), profile(['users'], 36, ['Pilot'])],
    });
    expect(ids(given)).toEqual(['default_loss', 'role_drops_defaults:users']);
    expect(accessFindings(given)[1]?.reason).toBe(
      '36 people with it go without GPTs: use, which the workspace defaults give.',
    );
  });

  test('a role that grants nothing is graver once somebody has it', () => {
    const empty = facts({ roles: [role('none', {})] });
    const held = facts({ roles: [role('none', {})], profiles: [profile(['none'], 2)] });
    expect(accessFindings(empty)).toMatchObject([{ id: 'role_grants_nothing:none', severity: 'note' }]);
    expect(accessFindings(held)).toMatchObject([{ severity: 'warning', people: 2 }]);
  });

  test('in the tri-state model a role that says nothing passes the defaults on, and an off beside an on is disputed', () => {
    const given = facts({
      model: { model: 'tri-state', version: 1 },
      defaults: { permissions: { 'codex.local': true }, version: 1 },
      roles: [role('silent', {}), role('off', { 'codex.local': false }), role('on', { 'codex.cloud': true })],
      profiles: [profile(['silent'], 1), profile(['off', 'on'], 3)],
    });
    expect(ids(given)).toEqual(['role_grants_nothing:off', 'disputed_off:codex.local']);
    expect(accessFindings(given).at(-1)).toMatchObject({ people: 3, fix: { at: { id: 'off' } } });
  });

  test('an administering group is found large, and made by hand', () => {
    const admins = (people: number, source: 'manual' | 'scim') =>
      facts({
        roles: [role('admin', { 'codex.administer': true })],
        groups: [group('Admins', source, ['admin'], people)],
        profiles: [profile(['admin'], people, ['Admins'])],
      });
    expect(ids(admins(12, 'scim'))).toEqual([]);
    expect(ids(admins(13, 'scim'))).toEqual(['admin_group_large:Admins']);
    expect(ids(admins(13, 'manual'))).toEqual(['admin_group_large:Admins', 'admin_group_by_hand:Admins']);
  });

  test('a granted permission is found once its toggle was decided off', () => {
    const access = {
      defaults: { permissions: { 'codex.local': true }, version: 1 },
      profiles: [profile([], 5)],
    };
    const off = { ...neverWritten('codex.local'), version: 1 };
    const at = (setting: typeof off) => facts(access, { settings: new Map([['codex.local', setting]]) });
    expect(ids(facts(access))).toEqual([]);
    expect(ids(at(off))).toEqual(['toggle_off:codex.local']);
    expect(ids(at({ ...off, wanted: true }))).toEqual([]);
  });

  test('a group without people and a role of both kinds of group are notes', () => {
    const given = facts({
      roles: [role('users', { 'codex.local': true })],
      groups: [group('A', 'scim', ['users'], 3), group('B', 'manual', ['users'], 0)],
      profiles: [profile(['users'], 3, ['A'])],
    });
    expect(ids(given)).toEqual(['role_across_sources:users', 'group_without_people:B']);
  });
});

describe('an acceptance of a finding', () => {
  const held = (people: number) =>
    facts({ roles: [role('none', {})], profiles: [profile(['none'], people)] });
  const acceptor = { name: 'Priya', held: ['governance' as const] };
  const subject = 'finding:role_grants_nothing:none';
  const word = { acceptor, reason: 'Blocks contractors.', endsOn: '2026-12-01' };

  function accepted(people: number): RolloutFacts['acceptances'] {
    const given = acceptRisk(subject, word, held(people));
    if (!given.ok) throw new Error(given.error.code);
    return new Map([[subject, given.value]]);
  }

  test('stands while it is about as many people or fewer, and is stale once there are more', () => {
    const acceptances = accepted(5);
    const at = (people: number) => acceptanceStatus(subject, { ...held(people), acceptances });
    expect(at(5).state).toBe('standing');
    expect(at(4).state).toBe('standing');
    expect(at(6)).toMatchObject({ state: 'stale', reason: expect.stringContaining('now about 6') });
  });

  test('ends with its last day, and counts in the sums while it stands', () => {
    const given = { ...held(5), acceptances: accepted(5) };
    const later = { ...given, now: new Date('2026-12-02T10:00:00Z') };
    expect(findingSums(given)).toMatchObject({ open: 0, accepted: 1 });
    expect(findingSums(later)).toMatchObject({ open: 1, warning: 1, accepted: 0 });
    expect(findingStatuses(later)[0]?.acceptance.state).toBe('ended');
  });

  test('is not given without a last day, nor for what is not found', () => {
    expect(acceptRisk(subject, { ...word, endsOn: null }, held(5))).toMatchObject({
      error: { code: 'end_needed', fields: { endsOn: [expect.any(String)] } },
    });
    expect(acceptRisk('finding:default_loss', word, held(5))).toMatchObject({ error: { code: 'not_found' } });
  });

  test('of lost defaults keeps its subject', () => {
    expect(subjectOf({ id: 'default_loss', kind: 'default_loss' })).toBe('access.lost_defaults');
  });
});
