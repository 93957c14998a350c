import type { Grant, Grants } from '#lib/domain/rbac/grants';
import type { ConsoleGroup, ConsoleRole, ConsoleState } from './console-state';
import type { ConsoleStep } from './console-step';

/** The console after a step; who is in a group or has a role directly is not part of it. */
export function afterStep(state: ConsoleState, step: ConsoleStep): ConsoleState {
  switch (step.kind) {
    case 'default-set':
      return { ...state, defaults: said(state.defaults, step.permission, step.to) };
    case 'role-created': {
      const { role: id, name, permissions } = step;
      return { ...state, roles: [...state.roles, { id, name, permissions }] };
    }
    case 'role-renamed':
    case 'permission-set':
      return { ...state, roles: replaced(state.roles, step.role, (role) => changedRole(role, step)) };
    case 'role-removed':
      return withoutRole(state, step.role);
    case 'direct-role-given':
    case 'direct-role-taken':
      return state;
    default:
      return { ...state, groups: groupsAfter(state.groups, step) };
  }
}

function groupsAfter(
  groups: readonly ConsoleGroup[],
  step: Extract<ConsoleStep, { group: string }>,
): readonly ConsoleGroup[] {
  switch (step.kind) {
    case 'group-created':
      return [...groups, { id: step.group, name: step.name, byHand: true, roleIds: [] }];
    case 'group-removed':
      return groups.filter(({ id }) => id !== step.group);
    case 'members-added':
    case 'members-removed':
      return groups;
    default:
      return replaced(groups, step.group, (group) => changedGroup(group, step));
  }
}

const replaced = <T extends { id: string }>(all: readonly T[], id: string, change: (one: T) => T): T[] =>
  all.map((one) => (one.id === id ? change(one) : one));

const said = (grants: Grants, permission: string, to: Grant | null): Grants =>
  Object.fromEntries([
    ...Object.entries(grants).filter(([key]) => key !== permission),
    ...(to === null ? [] : [[permission, to] as const]),
  ]);

type Of<K extends ConsoleStep['kind']> = Extract<ConsoleStep, { kind: K }>;

function changedRole(role: ConsoleRole, step: Of<'role-renamed' | 'permission-set'>): ConsoleRole {
  return step.kind === 'role-renamed'
    ? { ...role, name: step.name }
    : { ...role, permissions: said(role.permissions, step.permission, step.to) };
}

function changedGroup(
  group: ConsoleGroup,
  step: Of<'group-renamed' | 'group-role-added' | 'group-role-removed'>,
): ConsoleGroup {
  if (step.kind === 'group-renamed') return { ...group, name: step.name };
  const others = group.roleIds.filter((role) => role !== step.role);
  return { ...group, roleIds: step.kind === 'group-role-added' ? [...others, step.role] : others };
}

const withoutRole = (state: ConsoleState, gone: string): ConsoleState => ({
  ...state,
  roles: state.roles.filter(({ id }) => id !== gone),
  groups: state.groups.map((group) => ({
    ...group,
    roleIds: group.roleIds.filter((role) => role !== gone),
  })),
});

/** Whether what a step is about is in the console: a role must have been created before anybody can have it. */
export function isReady({ roles, groups }: ConsoleState, step: ConsoleStep): boolean {
  const hasRole = (id: string) => roles.some((role) => role.id === id);
  const hasGroup = (id: string) => groups.some((group) => group.id === id);
  switch (step.kind) {
    case 'default-set':
    case 'role-created':
    case 'group-created':
      return true;
    case 'group-role-added':
      return hasRole(step.role) && hasGroup(step.group);
    default:
      return 'role' in step && !('group' in step)
        ? hasRole(step.role)
        : !('group' in step) || hasGroup(step.group);
  }
}
