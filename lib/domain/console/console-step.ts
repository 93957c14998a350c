import { levelOf, type Grant, type Grants } from '#lib/domain/rbac/grants';
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
  | { kind: 'group-created' | 'group-removed'; group: string; name: string }
  | { kind: 'group-renamed'; group: string; name: string; before: string }
  | {
      kind: 'group-role-added' | 'group-role-removed';
      group: string;
      name: string;
      role: string;
      roleName: string;
    }
  | { kind: 'members-added' | 'members-removed'; group: string; name: string; persons: readonly number[] };

/** The persons by number who are to be put into a group of the console, or taken out of it. */
export type PendingMembers = { group: string; added: readonly number[]; removed: readonly number[] };

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
  return [
    ...roleSteps(confirmed, wanted),
    ...grantSteps(confirmed.defaults, wanted.defaults).map(
      (change) => ({ kind: 'default-set', ...change }) as const,
    ),
    ...groupSteps(confirmed, wanted),
    ...wanted.groups.flatMap(({ id, name }) => memberSteps(pending, id, name)),
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

function groupSteps(confirmed: ConsoleState, wanted: ConsoleState): ConsoleStep[] {
  const known = new Map(confirmed.groups.map((group) => [group.id, group]));
  const kept = new Set(wanted.groups.map(({ id }) => id));
  const roleNames = new Map([...confirmed.roles, ...wanted.roles].map(({ id, name }) => [id, name]));
  return [
    ...wanted.groups.flatMap(({ id: group, name, source, roleIds }): ConsoleStep[] => {
      const before = known.get(group);
      const assigned = before?.roleIds ?? [];
      const change = (kind: 'group-role-added' | 'group-role-removed', ids: readonly string[]) =>
        ids.map((role) => ({ kind, group, name, role, roleName: roleNames.get(role) ?? role }));
      const isRenamed = before !== undefined && before.name !== name && source === 'manual';
      return [
        ...(before === undefined && source === 'manual'
          ? [{ kind: 'group-created', group, name } as const]
          : []),
        ...(isRenamed ? [{ kind: 'group-renamed', group, name, before: before.name } as const] : []),
        ...change(
          'group-role-added',
          roleIds.filter((role) => !assigned.includes(role)),
        ),
        ...change(
          'group-role-removed',
          assigned.filter((role) => !roleIds.includes(role) && wanted.roles.some(({ id }) => id === role)),
        ),
      ];
    }),
    ...confirmed.groups
      .filter(({ id, source }) => !kept.has(id) && source === 'manual')
      .map(({ id: group, name }) => ({ kind: 'group-removed', group, name }) as const),
  ];
}

function memberSteps(pending: readonly PendingMembers[], group: string, name: string): ConsoleStep[] {
  const { added = [], removed = [] } = pending.find((one) => one.group === group) ?? {};
  return [
    ...(added.length > 0 ? [{ kind: 'members-added', group, name, persons: added } as const] : []),
    ...(removed.length > 0 ? [{ kind: 'members-removed', group, name, persons: removed } as const] : []),
  ];
}

const changed = (grants: Grants, permission: string, to: Grant | null): Grants =>
  Object.fromEntries([
    ...Object.entries(grants).filter(([key]) => key !== permission),
    ...(to === null ? [] : [[permission, to] as const]),
  ]);

/** The console after a step; who is in a group is not part of it. */
export function afterStep(state: ConsoleState, step: ConsoleStep): ConsoleState {
  switch (step.kind) {
    case 'default-set':
      return { ...state, defaults: changed(state.defaults, step.permission, step.to) };
    case 'role-created':
    case 'role-renamed':
    case 'permission-set':
    case 'role-removed':
      return afterRoleStep(state, step);
    case 'members-added':
    case 'members-removed':
      return state;
    default:
      return afterGroupStep(state, step);
  }
}

function afterRoleStep(
  state: ConsoleState,
  step: Extract<ConsoleStep, { role: string; name: string }> & { kind: `role-${string}` | 'permission-set' },
): ConsoleState {
  const withRole = (change: (role: ConsoleState['roles'][number]) => ConsoleState['roles'][number]) => ({
    ...state,
    roles: state.roles.map((role) => (role.id === step.role ? change(role) : role)),
  });
  switch (step.kind) {
    case 'role-created':
      return {
        ...state,
        roles: [...state.roles, { id: step.role, name: step.name, permissions: step.permissions }],
      };
    case 'role-renamed':
      return withRole((role) => ({ ...role, name: step.name }));
    case 'permission-set':
      return withRole((role) => ({
        ...role,
        permissions: changed(role.permissions, step.permission, step.to),
      }));
    default:
      return {
        ...state,
        roles: state.roles.filter(({ id }) => id !== step.role),
        groups: state.groups.map((group) => ({
          ...group,
          roleIds: group.roleIds.filter((role) => role !== step.role),
        })),
      };
  }
}

function afterGroupStep(state: ConsoleState, step: Extract<ConsoleStep, { group: string }>): ConsoleState {
  const { group: id, name } = step;
  // A synced group is there without a step, so its first role brings it in.
  const known = state.groups.some((group) => group.id === id);
  const groups = known ? state.groups : [...state.groups, { id, name, source: 'scim' as const, roleIds: [] }];
  const withGroup = (change: (group: (typeof groups)[number]) => (typeof groups)[number]) => ({
    ...state,
    groups: groups.map((group) => (group.id === id ? change(group) : group)),
  });
  switch (step.kind) {
    case 'group-created':
      return { ...state, groups: [...state.groups, { id, name, source: 'manual', roleIds: [] }] };
    case 'group-renamed':
      return withGroup((group) => ({ ...group, name }));
    case 'group-role-added':
      return withGroup((group) => ({ ...group, roleIds: [...group.roleIds, step.role] }));
    case 'group-role-removed':
      return withGroup((group) => ({
        ...group,
        roleIds: group.roleIds.filter((role) => role !== step.role),
      }));
    default:
      return { ...state, groups: state.groups.filter((group) => group.id !== id) };
  }
}

const widening: ReadonlySet<ConsoleStep['kind']> = new Set([
  'role-created',
  'role-renamed',
  'group-created',
  'group-renamed',
  'group-role-added',
  'members-added',
] as const);

/** Whether a step only ever gives: nobody has less after it, unless it is their first role. */
export function isWidening(step: ConsoleStep): boolean {
  if (step.kind !== 'permission-set' && step.kind !== 'default-set') return widening.has(step.kind);
  return levelOf(step.to ?? undefined) > levelOf(step.before ?? undefined);
}
