import type { Grant, Grants } from '#lib/domain/rbac/grants';
import type { ConsoleState } from './console-state';

/** One thing to do in the vendor's console. A grant that is null is not mentioned. */
export type ConsoleStep =
  | { kind: 'role-created'; role: string; name: string; permissions: Grants }
  | { kind: 'role-renamed'; role: string; name: string; before: string }
  | {
      kind: 'permission-set';
      role: string;
      name: string;
      permission: string;
      before: Grant | null;
      to: Grant | null;
    }
  | { kind: 'default-set'; permission: string; before: Grant | null; to: Grant | null }
  | { kind: 'group-created'; group: string; name: string }
  | { kind: 'group-renamed'; group: string; name: string; before: string }
  | {
      kind: 'group-role-added' | 'group-role-removed';
      group: string;
      name: string;
      role: string;
      roleName: string;
    }
  | MembersStep
  | DirectRoleStep;

/** A step about who is in a group: put into it, taken out of it, or in it while it goes; persons by number. */
export type MembersStep = {
  kind: 'members-added' | 'members-removed' | 'group-removed';
  group: string;
  name: string;
  persons: readonly number[];
};

/** A step about who has a role directly: given it, taken it from, or having it while it goes; persons by number. */
export type DirectRoleStep = {
  kind: 'direct-role-given' | 'direct-role-taken' | 'role-removed';
  role: string;
  name: string;
  persons: readonly number[];
};

/** The persons by number who are to be put into a group of the console, or taken out of it. */
export type PendingMembers = { group: string; added: readonly number[]; removed: readonly number[] };

/** The persons by number to whom a role is to be given directly, and from whom it is to be taken. */
export type PendingDirectRole = { role: string; given: readonly number[]; taken: readonly number[] };

/** All that is to be done about single people. */
export type Pending = { members: readonly PendingMembers[]; directRoles: readonly PendingDirectRole[] };

/** Whether a step names people: by a group they are in, or by a role they have directly. */
export const isAboutPeople = (step: ConsoleStep): step is MembersStep | DirectRoleStep => 'persons' in step;

/** What tells a step from every other of the same worklist. */
export function stepKey(step: ConsoleStep): string {
  switch (step.kind) {
    case 'role-created':
    case 'role-renamed':
    case 'role-removed':
    case 'direct-role-given':
    case 'direct-role-taken':
      return JSON.stringify([step.kind, step.role]);
    case 'permission-set':
      return JSON.stringify([step.kind, step.role, step.permission]);
    case 'default-set':
      return JSON.stringify([step.kind, step.permission]);
    case 'group-role-added':
    case 'group-role-removed':
      return JSON.stringify([step.kind, step.group, step.role]);
    default:
      return JSON.stringify([step.kind, step.group]);
  }
}

/** Everything to do in the console so that what is confirmed becomes what is wanted, in no order. */
export function consoleSteps(confirmed: ConsoleState, wanted: ConsoleState, pending: Pending): ConsoleStep[] {
  const members = new Map(pending.members.map((one) => [one.group, one]));
  const directRoles = new Map(pending.directRoles.map((one) => [one.role, one]));
  return [
    ...roleSteps(confirmed, wanted, directRoles),
    ...grantSteps(confirmed.defaults, wanted.defaults).map(
      (change) => ({ kind: 'default-set', ...change }) as const,
    ),
    ...groupSteps(confirmed, wanted, members),
    ...wanted.groups.flatMap(({ id, name }) => memberSteps(members.get(id), id, name)),
    ...wanted.roles.flatMap(({ id, name }) => directRoleSteps(directRoles.get(id), id, name)),
  ];
}

type GrantChange = { permission: string; before: Grant | null; to: Grant | null };

function grantSteps(before: Grants, to: Grants): GrantChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(to)])];
  return keys
    .map((permission) => ({ permission, before: before[permission] ?? null, to: to[permission] ?? null }))
    .filter((change) => change.before !== change.to);
}

type DirectRoles = ReadonlyMap<string, PendingDirectRole>;

function roleSteps(confirmed: ConsoleState, wanted: ConsoleState, directRoles: DirectRoles): ConsoleStep[] {
  const known = new Map(confirmed.roles.map((role) => [role.id, role]));
  const kept = new Set(wanted.roles.map(({ id }) => id));
  return [
    ...wanted.roles.flatMap(({ id: role, name, permissions }): ConsoleStep[] => {
      const before = known.get(role);
      if (!before) return [{ kind: 'role-created', role, name, permissions }];
      const renamed: ConsoleStep = { kind: 'role-renamed', role, name, before: before.name };
      return [
        ...(before.name === name ? [] : [renamed]),
        ...grantSteps(before.permissions, permissions).map(
          (change) => ({ kind: 'permission-set', role, name, ...change }) as const,
        ),
      ];
    }),
    ...confirmed.roles
      .filter(({ id }) => !kept.has(id))
      // A role that goes is gone from its people with it.
      .map(({ id: role, name }): DirectRoleStep => {
        return { kind: 'role-removed', role, name, persons: directRoles.get(role)?.taken ?? [] };
      }),
  ];
}

type Members = ReadonlyMap<string, PendingMembers>;

function groupSteps(confirmed: ConsoleState, wanted: ConsoleState, members: Members): ConsoleStep[] {
  const known = new Map(confirmed.groups.map((group) => [group.id, group]));
  const kept = new Set(wanted.groups.map(({ id }) => id));
  const wantedRoles = new Set(wanted.roles.map(({ id }) => id));
  const roleNames = new Map([...confirmed.roles, ...wanted.roles].map(({ id, name }) => [id, name]));
  return [
    ...wanted.groups.flatMap(({ id: group, name, byHand, roleIds }): ConsoleStep[] => {
      const before = known.get(group);
      const assigned = before?.roleIds ?? [];
      const change = (kind: 'group-role-added' | 'group-role-removed', ids: readonly string[]) =>
        ids.map((role) => ({ kind, group, name, role, roleName: roleNames.get(role) ?? role }));
      const added = roleIds.filter((role) => !assigned.includes(role));
      // A role that goes is gone from its groups with it.
      const removed = assigned.filter((role) => !roleIds.includes(role) && wantedRoles.has(role));
      return [
        ...(before === undefined && byHand ? [{ kind: 'group-created', group, name } as const] : []),
        ...(before !== undefined && before.name !== name
          ? [{ kind: 'group-renamed', group, name, before: before.name } as const]
          : []),
        ...change('group-role-added', added),
        ...change('group-role-removed', removed),
      ];
    }),
    ...confirmed.groups
      .filter(({ id }) => !kept.has(id))
      .map(({ id: group, name }): MembersStep => {
        return { kind: 'group-removed', group, name, persons: members.get(group)?.removed ?? [] };
      }),
  ];
}

function memberSteps(pending: PendingMembers | undefined, group: string, name: string): MembersStep[] {
  const { added, removed } = pending ?? { added: [], removed: [] };
  return [
    ...(added.length > 0 ? [{ kind: 'members-added', group, name, persons: added } as const] : []),
    ...(removed.length > 0 ? [{ kind: 'members-removed', group, name, persons: removed } as const] : []),
  ];
}

function directRoleSteps(
  pending: PendingDirectRole | undefined,
  role: string,
  name: string,
): DirectRoleStep[] {
  const { given, taken } = pending ?? { given: [], taken: [] };
  return [
    ...(given.length > 0 ? [{ kind: 'direct-role-given', role, name, persons: given } as const] : []),
    ...(taken.length > 0 ? [{ kind: 'direct-role-taken', role, name, persons: taken } as const] : []),
  ];
}
