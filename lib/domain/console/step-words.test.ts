import { describe, expect, test } from 'vitest';
import { permissions } from '#lib/catalog/permissions';
import type { ConsoleStep } from './console-step';
import { effectWords, gapWords } from './effect-words';
import { placeOf, stepDetails, stepNames, stepWords } from './step-words';
import { doneSteps, type Confirmation } from './worklist-view';

const catalog = { ...permissions, 'apps.use': { ...permissions['apps.use'], levels: ['view', 'edit'] } };
const guide = { catalog, model: 'guide-2026-03' } as const;
const triState = { catalog, model: 'tri-state' } as const;
const role = { role: 'r1', name: 'Pilot' };
const group = { group: 'g1', name: 'Platform' };

describe('stepWords', () => {
  test.each<[ConsoleStep, string, string]>([
    [{ kind: 'role-created', ...role, permissions: {} }, 'roles', 'Create the custom role Pilot'],
    [{ kind: 'role-renamed', ...role, before: 'Trial' }, 'roles', 'Rename the custom role Trial to Pilot'],
    [{ kind: 'role-removed', ...role, persons: [1] }, 'roles', 'Delete the custom role Pilot'],
    [
      { kind: 'permission-set', ...role, permission: 'codex.cloud', before: null, to: true },
      'roles',
      'In the custom role Pilot, set Allow members to use Codex cloud to on',
    ],
    [
      { kind: 'permission-set', ...role, permission: 'apps.use', before: true, to: 2 },
      'roles',
      'In the custom role Pilot, set Apps: use to “edit”',
    ],
    [
      { kind: 'default-set', permission: 'gpts.share', before: true, to: null },
      'defaults',
      'For everybody without a custom role, set GPTs: share to off',
    ],
    [{ kind: 'group-created', ...group }, 'groups', 'Create the group Platform'],
    [{ kind: 'group-renamed', ...group, before: 'Infra' }, 'groups', 'Rename the group Infra to Platform'],
    [{ kind: 'group-removed', ...group, persons: [1] }, 'groups', 'Delete the group Platform'],
    [
      { kind: 'group-role-added', ...group, role: 'r1', roleName: 'Pilot' },
      'roles',
      'Assign the custom role Pilot to the group Platform',
    ],
    [
      { kind: 'group-role-removed', ...group, role: 'r1', roleName: 'Pilot' },
      'roles',
      'Take the custom role Pilot from the group Platform',
    ],
    [
      { kind: 'direct-role-given', ...role, persons: Array.from({ length: 12 }, (_, at) => at) },
      'roles',
      'Give the custom role Pilot directly to 12 people',
    ],
    [
      { kind: 'direct-role-taken', ...role, persons: Array.from({ length: 12 }, (_, at) => at) },
      'roles',
      'Take the custom role Pilot from 12 people who have it directly',
    ],
    [
      { kind: 'direct-role-taken', ...role, persons: [1] },
      'roles',
      'Take the custom role Pilot from 1 person who has it directly',
    ],
    [{ kind: 'members-added', ...group, persons: [1, 2] }, 'groups', 'Add 2 people to the group Platform'],
    [
      { kind: 'members-removed', ...group, persons: [1] },
      'groups',
      'Remove 1 person from the group Platform',
    ],
  ])('%j', (step, place, words) => {
    expect([placeOf(step), stepWords(step, guide)]).toEqual([place, words]);
  });

  test('nothing said is Default where the console knows that', () => {
    const step: ConsoleStep = {
      kind: 'permission-set',
      ...role,
      permission: 'gpts.use',
      before: false,
      to: null,
    };

    expect(stepWords(step, guide)).toBe('In the custom role Pilot, set GPTs: use to off');
    expect(stepWords(step, triState)).toBe('In the custom role Pilot, set GPTs: use to Default');
  });

  test('a new role says every permission to set, and what to leave', () => {
    const step: ConsoleStep = {
      kind: 'role-created',
      ...role,
      permissions: { 'gpts.use': true, 'gpts.share': false },
    };

    expect(stepDetails(step, triState)).toEqual([
      'Set GPTs: use to on.',
      'Set GPTs: share to off.',
      'Leave everything else at Default.',
    ]);
    expect(stepDetails({ ...step, permissions: {} }, guide)).toEqual(['Leave every permission off.']);
  });

  test('a role that goes says how many people have it directly', () => {
    const step: ConsoleStep = { kind: 'role-removed', ...role, persons: [1, 2] };

    expect(stepDetails(step, triState)).toEqual(['2 people have it directly.']);
    expect(stepDetails({ ...step, persons: [1] }, triState)).toEqual(['1 person has it directly.']);
    expect(stepDetails({ ...step, persons: [] }, triState)).toEqual([]);
  });

  test('names to copy are those to look for', () => {
    const texts = (step: ConsoleStep) => stepNames(step).map(({ text }) => text);

    expect(texts({ kind: 'group-role-added', ...group, role: 'r1', roleName: 'Pilot' })).toEqual([
      'Pilot',
      'Platform',
    ]);
    expect(texts({ kind: 'direct-role-given', ...role, persons: [1] })).toEqual(['Pilot']);
    expect(texts({ kind: 'default-set', permission: 'gpts.use', before: null, to: true })).toEqual([]);
  });
});

describe('effectWords', () => {
  test('whom it gives what and from whom it takes what', () => {
    const gains = { people: 362, permissions: ['codex.cloud'] };
    const losses = { people: 1, permissions: ['gpts.use', 'gpts.share', 'apps.use', 'gpts.edit'] };

    expect(effectWords({ gains, losses }, catalog)).toBe(
      'Gives 362 people Allow members to use Codex cloud. Takes GPTs: use, GPTs: share and 2 more from 1 person.',
    );
    expect(effectWords({ gains: null, losses: null }, catalog)).toBe('Changes nobody’s access by itself.');
  });

  test('a gap says until when, and whether every order has it', () => {
    const gap = {
      people: 45,
      permissions: ['gpts.share'],
      until: 'Create the group Pilot',
      isUnavoidable: true,
    };

    expect(gapWords(gap, catalog)).toEqual({
      title: 'Between this step and “Create the group Pilot”, 45 people go without GPTs: share.',
      text: 'No order of the steps avoids it: do them one right after the other.',
    });
    expect(gapWords({ ...gap, isUnavoidable: false }, catalog).text).toMatch(
      /^No order that avoids it was found/,
    );
  });
});

describe('doneSteps', () => {
  const one = (steps: number, open: number): Confirmation => ({
    version: 1,
    words: '',
    steps,
    open,
    confirmedAt: new Date(0),
    confirmedBy: '',
  });

  test('counts what was confirmed since there was last nothing to do', () => {
    expect(doneSteps([], 3)).toBe(0);
    expect(doneSteps([one(1, 2), one(2, 3), one(5, 0)], 2)).toBe(3);
    expect(doneSteps([one(1, 0), one(2, 1), one(5, 0)], 0)).toBe(3);
    expect(doneSteps([one(1, 0), one(2, 1)], 4)).toBe(0);
  });
});
