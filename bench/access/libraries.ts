// The libraries people would take: @casl/ability and casbin. Neither knows that a role, whatever it grants, switches
// the workspace defaults off; the bench adds that around them. Levels are actions of their own.
import { createMongoAbility } from '@casl/ability';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import { levelOf, type Grants } from '#lib/domain/rbac/grants';
import type { Enterprise } from './enterprise';
import { integerOf, type Bits } from './masks';

const actionsOf = (said: Grants): string[] =>
  Object.entries(said).flatMap(([key, grant]) =>
    Array.from({ length: levelOf(grant) }, (_, level) => `${key}:${String(level + 1)}`),
  );

/** Roles of a person by position, once each. */
function rolesOf({ offsets, members, groups }: Enterprise, at: number): Set<number> {
  const roles = new Set<number>();
  for (let next = offsets[at] ?? 0; next < (offsets[at + 1] ?? 0); next += 1) {
    for (const role of groups[members[next] ?? 0] ?? []) roles.add(role);
  }
  return roles;
}

/** What CASL says of people, one by one: an ability of the rules of their roles, asked for all 40 permissions. */
export function caslOf(enterprise: Enterprise, bits: Bits) {
  const rules = enterprise.roles.map((said) =>
    actionsOf(said).map((action) => ({ action, subject: 'codex' })),
  );
  const defaults = actionsOf(enterprise.defaults).map((action) => ({ action, subject: 'codex' }));
  const asked = [...enterprise.levels].map(([key, most]) => ({
    shift: BigInt(bits.get(key) ?? 0),
    actions: Array.from({ length: most }, (_, level) => `${key}:${String(level + 1)}`),
  }));
  return {
    resolve(at: number): bigint {
      if (enterprise.isActive[at] !== 1) return 0n;
      const roles = rolesOf(enterprise, at);
      const ability = createMongoAbility(
        roles.size === 0 ? defaults : [...roles].flatMap((role) => rules[role] ?? []),
      );
      let mask = 0n;
      for (const { shift, actions } of asked) {
        let level = 0;
        while (level < actions.length && ability.can(actions[level] ?? '', 'codex')) level += 1;
        mask |= ((1n << BigInt(level)) - 1n) << shift;
      }
      return mask;
    },
    /** The most common question: may this person do this one thing? */
    can(at: number, action: string): boolean {
      if (enterprise.isActive[at] !== 1) return false;
      const roles = rolesOf(enterprise, at);
      return createMongoAbility(
        roles.size === 0 ? defaults : [...roles].flatMap((role) => rules[role] ?? []),
      ).can(action, 'codex');
    },
  };
}

const model = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act`;

/** Casbin with everybody loaded. */
export async function casbinOf(
  { roles, groups, people, offsets, members, levels, defaults, isActive }: Enterprise,
  bits: Bits,
) {
  const lines: string[] = [];
  roles.forEach((said, role) => {
    for (const [key, grant] of Object.entries(said))
      lines.push(`p, r${String(role)}, ${key}, ${String(levelOf(grant))}`);
  });
  groups.forEach((own, group) => {
    for (const role of own) lines.push(`g, g${String(group)}, r${String(role)}`);
  });
  for (let at = 0; at < people; at += 1) {
    for (let next = offsets[at] ?? 0; next < (offsets[at + 1] ?? 0); next += 1) {
      lines.push(`g, p${String(at)}, g${String(members[next] ?? 0)}`);
    }
  }
  // All at once: rules added one by one are each looked for among all that are there.
  const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(lines.join('\n')));
  const onDefault = integerOf(defaults, bits);
  return {
    async resolve(at: number): Promise<bigint> {
      if (isActive[at] !== 1) return 0n;
      let mask = 0n;
      let hasRole = false;
      // A role that grants nothing has no permission to tell of itself, but whoever has one is off the defaults.
      for (const [, key = '', level = '0'] of await enforcer.getImplicitPermissionsForUser(
        `p${String(at)}`,
      )) {
        hasRole = true;
        if (levels.has(key)) mask |= ((1n << BigInt(level)) - 1n) << BigInt(bits.get(key) ?? 0);
      }
      if (hasRole) return mask;
      const implicit = await enforcer.getImplicitRolesForUser(`p${String(at)}`);
      return implicit.some((name) => name.startsWith('r')) ? 0n : onDefault;
    },
  };
}
