import { z } from 'zod';
import { sameGrants } from '#lib/domain/rbac/grants';
import { consoleState, type ConsoleGroup, type ConsoleRole, type ConsoleState } from './console-state';

const one = { role: consoleState.shape.roles.element, group: consoleState.shape.groups.element };

const movedIds = z.array(z.tuple([z.string(), z.string()]));

/** Shape of what takes a confirmation back, as it is stored. */
export const consoleUndo = z.object({
  /** As they were; null where they stayed. */
  defaults: consoleState.shape.defaults.nullable(),
  /** As each was; null where there was none of this id. */
  roles: z.array(z.object({ id: z.string(), before: one.role.nullable() })),
  groups: z.array(z.object({ id: z.string(), before: one.group.nullable() })),
  /** Persons by number who were put into a group, and taken out of it. */
  members: z.array(z.object({ group: z.string(), added: z.array(z.int()), removed: z.array(z.int()) })),
  /** Persons by number to whom a role was given directly, and from whom it was taken; none of before there were such steps. */
  directRoles: z
    .array(z.object({ role: z.string(), given: z.array(z.int()), taken: z.array(z.int()) }))
    .default([]),
  /** Ids that were other ones before: old and new. */
  moved: z.object({ roles: movedIds, groups: movedIds }).default({ roles: [], groups: [] }),
});

/** What takes a confirmation back: how everything that it changed was before. */
export type ConsoleUndo = z.infer<typeof consoleUndo>;

/** What takes a confirmation back of all that is not about single people. */
type StateUndo = Omit<ConsoleUndo, 'members' | 'directRoles' | 'moved'>;

/** How everything was in `before` that is not so in `after`. */
export function undoOf(before: ConsoleState, after: ConsoleState): StateUndo {
  return {
    defaults: sameGrants(before.defaults, after.defaults) ? null : { ...before.defaults },
    roles: changedOf(before.roles, after.roles, storedRole),
    groups: changedOf(before.groups, after.groups, storedGroup),
  };
}

type Named = { id: string };

function changedOf<T extends Named, S>(before: readonly T[], after: readonly T[], stored: (one: T) => S) {
  const [was, is] = [before, after].map((all) => new Map(all.map((each) => [each.id, each])));
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [then, now] = [was?.get(id), is?.get(id)];
    if (JSON.stringify(then) === JSON.stringify(now)) return [];
    return [{ id, before: then ? stored(then) : null }];
  });
}

const storedRole = (role: ConsoleRole) => ({ ...role, permissions: { ...role.permissions } });
const storedGroup = (group: ConsoleGroup) => ({ ...group, roleIds: [...group.roleIds] });

/** The state with everything as it was before the confirmation that `undo` takes back. */
export function takenBack(state: ConsoleState, { defaults, roles, groups }: StateUndo): ConsoleState {
  return {
    defaults: defaults ?? state.defaults,
    roles: restored(state.roles, roles),
    groups: restored(state.groups, groups),
  };
}

function restored<T extends Named>(
  all: readonly T[],
  changes: readonly { id: string; before: T | null }[],
): T[] {
  const ids = new Set(changes.map(({ id }) => id));
  return [...all.filter(({ id }) => !ids.has(id)), ...changes.flatMap(({ before }) => before ?? [])];
}
