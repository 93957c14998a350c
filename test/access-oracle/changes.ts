import fc from 'fast-check';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { resolutionModels } from '#lib/domain/rbac/resolution-model';
import { grantsSaid, groupId, personId, roleId, type World } from './world';

/** Drafts of up to five changes of what there is in `world`. */
export function changesOf(world: World): fc.Arbitrary<AccessChange[]> {
  const keys = Object.keys(world.catalog);
  const [role, group] = [idOf(world.roles.length, roleId), idOf(world.groups.length, groupId)];
  const person = idOf(world.people.length, personId);
  const permissions = grantsSaid(world.catalog);
  const all: fc.Arbitrary<AccessChange>[] = [
    fc.record({ kind: fc.constant('default-role-changed' as const), permissions }),
  ];
  const add = (when: boolean, ...some: fc.Arbitrary<AccessChange>[]) => {
    if (when) all.push(...some);
  };
  const permission = fc.constantFrom(...(keys.length > 0 ? keys : ['none']));
  all.push(
    fc.record({ kind: fc.constant('person-deactivated' as const), person }),
    fc.record({ kind: fc.constant('model-changed' as const), model: fc.constantFrom(...resolutionModels) }),
  );
  add(
    world.roles.length > 0,
    fc.record({
      kind: fc.constant('direct-roles-changed' as const),
      person,
      roles: fc.uniqueArray(role, { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('role-changed' as const), role, permissions }),
    fc.record({ kind: fc.constant('role-removed' as const), role }),
  );
  add(
    world.roles.length > 0 && keys.length > 0,
    fc.record({ kind: fc.constant('role-permission-granted' as const), role, permission }),
    fc.record({ kind: fc.constant('role-permission-revoked' as const), role, permission }),
  );
  add(
    world.groups.length > 0,
    fc.record({
      kind: fc.constantFrom('membership-added' as const, 'membership-removed' as const),
      group,
      person,
    }),
    fc.record({ kind: fc.constant('group-removed' as const), group }),
  );
  add(
    world.groups.length > 0 && world.roles.length > 0,
    fc.record({
      kind: fc.constantFrom('group-role-added' as const, 'group-role-removed' as const),
      group,
      role,
    }),
  );
  // A role that is made in the draft, and given to a group in it.
  const made = roleId(world.roles.length);
  const created = fc.record({
    kind: fc.constant('role-created' as const),
    role: fc.constant(made),
    name: fc.constant('Made'),
    permissions,
  });
  const given =
    world.groups.length > 0
      ? fc.record({ kind: fc.constant('group-role-added' as const), group, role: fc.constant(made) })
      : null;
  const begun = given ? fc.tuple(created, given) : fc.tuple(created);
  const rest = fc.array(fc.oneof(...all), { minLength: 1, maxLength: 5 });
  return fc.oneof(
    { weight: 3, arbitrary: rest },
    { weight: 1, arbitrary: fc.tuple(begun, rest).map(([front, back]) => [...front, ...back]) },
  );
}

const idOf = (count: number, name: (at: number) => string) =>
  fc.nat({ max: Math.max(0, count - 1) }).map(name);
