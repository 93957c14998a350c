import { describe, expect, test } from 'vitest';
import { lossReason } from './change-reasons';
import type { ResolvedRole } from './directory';
import type { Standing } from './everyone/standing';
import type { Grants } from './grants';
import { resolveAccess } from './resolve-access';

const names = { group: (id: string) => `group ${id}`, role: (id: string) => `role ${id}` };

/** Somebody in groups with roles, by the tri-state model. */
function standing(groups: Record<string, ResolvedRole[]>, defaults: Grants = {}): Standing {
  const rolesByGroup = new Map(Object.entries(groups));
  const access = resolveAccess(
    { isActive: true, groupIds: rolesByGroup.keys(), directRoles: [] },
    { model: 'tri-state', defaults, rolesByGroup },
  );
  return { isActive: true, groups: rolesByGroup, direct: [], access };
}

const role = (id: string, level?: number): ResolvedRole => ({
  id,
  permissions: level === undefined ? {} : { memory: level },
});
const why = (before: Standing, after: Standing) => lossReason(['memory'], { before, after }, names);

describe('why a level falls', () => {
  test.each<[string, Record<string, ResolvedRole[]>, string]>([
    [
      'a role that grants less is told, and one that stayed the same is not',
      { pay: [role('high', 1)], ops: [role('low', 1)] },
      'role high, through group pay, grants less than before.',
    ],
    [
      'a role that was taken is told, and one that stayed the same is not',
      { pay: [], ops: [role('low', 1)] },
      'group pay no longer has the role role high.',
    ],
    [
      'a group that was left is told, and a role that stayed the same is not',
      { ops: [role('low', 1)] },
      'No longer in group pay, which gives the role role high.',
    ],
    [
      'each way that fell is told',
      { pay: [role('high', 2)], ops: [] },
      'role high, through group pay, grants less than before. group ops no longer has the role role low.',
    ],
  ])('%s', (_, after, words) => {
    expect(why(standing({ pay: [role('high', 3)], ops: [role('low', 1)] }), standing(after))).toBe(words);
  });

  test('where no role changed, the defaults that it left unsaid did', () => {
    const groups = { pay: [role('silent')], ops: [role('low', 1)] };

    expect(why(standing(groups, { memory: 3 }), standing(groups, { memory: 2 }))).toBe(
      'The workspace defaults give less than before to roles that do not mention it.',
    );
  });
});
