import { describe, expect, test } from 'vitest';
import { choiceOf, chosenGrants, grantChanges, grantChoices } from './chosen-grants';
import type { PermissionCatalog } from './permission';

const entry = (levels?: readonly string[]) => ({
  label: 'x',
  area: 'x',
  toggle: null,
  perRole: 'stated' as const,
  codex: null,
  source: 'test',
  ...(levels ? { levels } : {}),
});
const catalog: PermissionCatalog = { a: entry(), b: entry(), c: entry(['Team', 'Workspace']) };
const choices = (key: string, model: 'guide-2026-03' | 'tri-state', isRole = true) =>
  grantChoices(key, { catalog, model, isRole }).map(({ label }) => label);

describe('the choices for a permission', () => {
  test('the guide’s model knows granted or not, the tri-state model a role that says off or default', () => {
    expect(choices('a', 'guide-2026-03')).toEqual(['Not granted', 'On']);
    expect(choices('c', 'guide-2026-03')).toEqual(['Not granted', 'Team', 'Workspace']);
    expect(choices('a', 'tri-state')).toEqual(['Default', 'Off', 'On']);
    expect(choices('c', 'tri-state')).toEqual(['Default', 'Off', 'Team', 'Workspace']);
    expect(choices('a', 'tri-state', false)).toEqual(['Not granted', 'On']);
  });

  test.each([
    [undefined, 'default'],
    [false, 'off'],
    [true, '1'],
    [2, '2'],
  ] as const)('what says %s is chosen', (grant, expected) => {
    const all = grantChoices('c', { catalog, model: 'tri-state', isRole: true });
    expect(choiceOf(grant, all)).toBe(expected);
  });
});

describe('what a form said', () => {
  test('ticked is on, and what was said before of it stays', () => {
    expect(chosenGrants({ permission: ['a', 'c'] }, { c: 2 }, catalog)).toEqual({ a: true, c: 2 });
  });

  test('not ticked is gone, but an off that a form of ticks does not show stays', () => {
    expect(chosenGrants({ permission: 'b' }, { a: true, c: false }, catalog)).toEqual({ b: true, c: false });
  });

  test('on, off, default and levels are as they were chosen', () => {
    const chosen = { 'grant.a': 'off', 'grant.b': 'default', 'grant.c': '2' };
    expect(chosenGrants(chosen, { a: true, b: false, c: 1 }, catalog)).toEqual({ a: false, c: 2 });
    expect(chosenGrants({ 'grant.a': '1' }, {}, catalog)).toEqual({ a: true });
    expect(chosenGrants({ 'grant.c': '1' }, { c: true }, catalog)).toEqual({ c: true });
  });

  test('what makes no sense grants nothing', () => {
    const chosen = { permission: 'zz', 'grant.a': '9', 'grant.b': 'yes', 'grant.c': ['none', '2'] };
    expect(chosenGrants(chosen, {}, catalog)).toEqual({});
  });
});

test('changes name what comes, goes and becomes another', () => {
  expect(grantChanges({ a: true, b: false, c: 1 }, { a: true, c: 2 })).toEqual([
    { key: 'b', before: false },
    { key: 'c', before: 1, after: 2 },
  ]);
});
