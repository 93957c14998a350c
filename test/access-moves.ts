import { permissionKeys } from '#lib/catalog/permissions';
import { addToGroup } from '#lib/commands/access/add-to-group';
import { changePerson } from '#lib/commands/access/change-person';
import { changeRole } from '#lib/commands/access/change-role';
import { createGroup } from '#lib/commands/access/create-group';
import { createPerson } from '#lib/commands/access/create-person';
import { createRole } from '#lib/commands/access/create-role';
import { removeFromGroup } from '#lib/commands/access/remove-from-group';
import { removeGroup } from '#lib/commands/access/remove-group';
import { removePerson } from '#lib/commands/access/remove-person';
import { removeRole } from '#lib/commands/access/remove-role';
import { restoreGroup } from '#lib/commands/access/restore-group';
import { restorePerson } from '#lib/commands/access/restore-person';
import { restoreRole } from '#lib/commands/access/restore-role';
import { setDirectRoles } from '#lib/commands/access/set-direct-roles';
import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { setResolutionModel } from '#lib/commands/access/set-resolution-model';
import { addExpectation } from '#lib/commands/expectations/add-expectation';
import { moveExpectation } from '#lib/commands/expectations/move-expectation';
import { removeExpectation } from '#lib/commands/expectations/remove-expectation';
import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import type { Facts } from '#lib/data/load-facts';
import type { Context } from '#lib/domain/context';
import { allOn } from '#lib/domain/rbac/grants';
import { expectationKinds } from '#lib/domain/rbac/expectations/expectation';
import { readPeople } from '#lib/queries/people';
import type { Random } from './random';

type Move = (ctx: Context, facts: Facts, random: Random) => Promise<{ ok: boolean }>;

const nothing = { ok: false };
const somePermissions = (random: Random) => allOn(permissionKeys.filter(() => random.chance(0.2)));

/** One of `all`, or undefined where there is none. */
const oneOf = <T>(all: readonly T[], random: Random): T | undefined => all[random.below(all.length || 1)];

async function somebody(ctx: Context, random: Random) {
  const found = await readPeople(ctx);
  return oneOf(found?.people ?? [], random);
}

/** One random write of each kind to roles, groups, people and workspace defaults. */
export const accessMoves: Readonly<Record<string, Move>> = {
  defaults: (ctx, { access }, random) =>
    setWorkspaceDefaults(ctx, { permissions: somePermissions(random), version: access.defaults.version }),
  newRole: (ctx, _, random) =>
    createRole(ctx, { name: `Role ${random.below(1000)}`, permissions: somePermissions(random) }),
  role: async (ctx, { access }, random) => {
    const role = oneOf(access.roles, random);
    if (!role) return nothing;
    const { id, name, version } = role;
    if (random.chance(0.2)) {
      const removed = await removeRole(ctx, { id, version });
      return random.chance(0.5) ? restoreRole(ctx, { id }) : removed;
    }
    return changeRole(ctx, { id, name, permissions: somePermissions(random), version });
  },
  expectation: (ctx, { access }, random) =>
    addExpectation(ctx, {
      kind: random.pick(expectationKinds),
      group: oneOf(access.groups, random)?.id ?? null,
      permission: random.pick(permissionKeys),
      people: random.below(3),
    }),
  expectations: async (ctx, { expectations: { list, version } }, random) => {
    const one = oneOf(list, random);
    if (!one) return nothing;
    return random.chance(0.5)
      ? moveExpectation(ctx, { id: one.id, to: random.pick(['up', 'down']), version })
      : removeExpectation(ctx, { id: one.id, version });
  },
  newGroup: (ctx, _, random) => createGroup(ctx, { name: `Group ${random.below(1000)}` }),
  group: async (ctx, { access }, random) => {
    const group = oneOf(access.groups, random);
    if (!group) return nothing;
    const { id } = group;
    if (random.chance(0.2)) {
      const removed = await removeGroup(ctx, { id, version: group.version });
      return random.chance(0.5) ? restoreGroup(ctx, { id }) : removed;
    }
    const roles = access.roles.filter(() => random.chance(0.5)).map(({ id }) => id);
    return setGroupRoles(ctx, { id, roles, version: group.rolesVersion });
  },
  newPerson: (ctx, _, random) => {
    const number = random.below(100_000);
    return createPerson(ctx, { name: `Person ${number}`, email: `person-${number}@acme.example` });
  },
  person: async (ctx, _, random) => {
    const person = await somebody(ctx, random);
    if (!person) return nothing;
    const { id, version } = person;
    if (random.chance(0.2)) {
      const removed = await removePerson(ctx, { id, version });
      return random.chance(0.5) ? restorePerson(ctx, { id }) : removed;
    }
    return changePerson(ctx, { id, version, isActive: random.chance(0.6) });
  },
  model: (ctx, { access: { model } }, random) =>
    setResolutionModel(ctx, {
      model: random.chance(0.7) ? 'tri-state' : 'guide-2026-03',
      version: model.version,
    }),
  directRoles: async (ctx, { access }, random) => {
    const person = await somebody(ctx, random);
    if (!person) return nothing;
    const roles = access.roles.filter(() => random.chance(0.3)).map(({ id }) => id);
    return setDirectRoles(ctx, { id: person.id, roles, version: person.version });
  },
  members: async (ctx, { access }, random) => {
    const [group, person] = [oneOf(access.groups, random), await somebody(ctx, random)];
    if (!group || !person) return nothing;
    const change = random.chance(0.8) ? addToGroup : removeFromGroup;
    return change(ctx, { id: group.id, people: [person.id] });
  },
};
