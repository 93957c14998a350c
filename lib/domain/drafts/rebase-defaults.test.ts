import { describe, expect, test } from 'vitest';
import type { Grants } from '#lib/domain/rbac/grants';
import type { DraftChange } from './draft-change';
import { rebasedChanges } from './rebase-defaults';

const old: Grants = { 'gpts.share': true, 'skills.use': true, 'memory.level': 1 };
const said = (permissions: Record<string, boolean | number>): DraftChange => ({
  kind: 'default-role-changed',
  permissions,
});
const given: DraftChange = { kind: 'group-role-added', group: 'pay', role: 'users' };

const rebased = (changes: DraftChange[], now: Grants) =>
  rebasedChanges(
    changes,
    {
      stamp: { rules: 1, people: 1 },
      values: [{ kind: 'defaults', model: 'guide-2026-03', permissions: { ...old } }],
    },
    { defaults: now },
  );

describe('a base taken anew', () => {
  test.each<[string, Grants, Record<string, boolean | number>, Grants]>([
    [
      'what somebody else added stays',
      { ...old, 'apps.use': true },
      { 'search.web': true },
      { 'apps.use': true },
    ],
    ['what somebody else raised stays', { ...old, 'memory.level': 2 }, { 'search.web': true }, {}],
    [
      'what the draft changed itself is as the draft says',
      { ...old, 'memory.level': 2 },
      { 'memory.level': 3 },
      {},
    ],
  ])('%s', (_, now, change, more) => {
    expect(
      rebased([said({ 'gpts.share': true, 'skills.use': true, 'memory.level': 1, ...change })], now),
    ).toEqual([said({ ...now, ...change, ...more } as Record<string, boolean | number>)]);
  });

  test('what somebody else took stays taken, and what the draft takes is taken', () => {
    const [{ 'gpts.share': _gone, ...now }, wanted] = [old, { 'gpts.share': true, 'memory.level': 1 }];

    expect(rebased([said(wanted)], now)).toEqual([said({ 'memory.level': 1 })]);
  });

  test('a step that another owner made already is not said twice, and other changes keep their order', () => {
    const first = { 'gpts.share': true, 'skills.use': true, 'memory.level': 1, 'search.web': true };
    const changes = [said(first), given, said({ ...first, 'apps.use': true })];

    expect(rebased(changes, { ...old, 'apps.use': true })).toEqual([
      given,
      said({ ...first, 'apps.use': true }),
    ]);
  });
});
