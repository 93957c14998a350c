import type { Grant, Grants } from '#lib/domain/rbac/grants';
import type { ConsoleState } from './console-state';

/** One thing to do in the vendor's console. A grant that is null is not mentioned. */
export type ConsoleStep =
  | { kind: 'role-created'; role: string; name: string; permissions: Grants }
  | { kind: 'role-renamed'; role: string; name: string; before: string }
  | { kind: 'role-removed'; role: string; name: string }
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
  /** The persons by number who are put into a group, taken out of it, or in it while it goes. */
  | MembersStep;

/** A step about who is in a group. */
export type MembersStep = {
  kind: 'members-added' | 'members-removed' | 'group-removed';
  group: string;
  name: string;
  persons: readonly number[];
};

/** The persons by number who are to be put into a group of the console, or taken out of it. */
export type PendingMembers = { group: string; added: readonly number[]; removed: readonly number[] };

/** Whether a step is about who is in a group. */
export const isAboutMembers = (step: ConsoleStep): step is MembersStep => 'persons' in step;

/** What tells a step from every other of the same worklist. */
export function stepKey(step: ConsoleStep): string {
  switch (step.kind) {
    case 'role-created':
    case 'role-renamed':
    case 'role-removed':
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
export function consoleSteps(
  confirmed: ConsoleState,
  wanted: ConsoleState,
  pending: readonly PendingMembers[],
): ConsoleStep[] {
  const members = new Map(pending.map((one) => [one.group, one]));
  return [
    ...roleSteps(confirmed, wanted),
    ...grantSteps(confirmed.defaults, wanted.defaults).map(
      (change) => ({ kind: 'default-set', ...change }) as const,
    ),
    ...groupSteps(confirmed, wanted, members),
    ...wanted.groups.flatMap(({ id, name }) => memberSteps(members.get(id), id, name)),
  ];
}

type GrantChange = { permission: string; before: Grant | null; to: Grant | null };

function grantSteps(before: Grants, to: Grants): GrantChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(to)])];
  return keys
    .map((permission) => ({ permission, before: before[permission] ?? null, to: to[permission] ?? null }))
    .filter((change) => change.before !== change.to);
}

function roleSteps(confirmed: ConsoleState, wanted: ConsoleState): ConsoleStep[] {
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
      .map(({ id: role, name }) => ({ kind: 'role-removed', role, name }) as const),
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
