import { z } from 'zod';
import type { Grants } from '#lib/domain/rbac/grants';

const grants = z.record(z.string(), z.union([z.boolean(), z.number()]));

/** Shape of a confirmed state, as it is stored. */
export const consoleState = z.object({
  defaults: grants,
  roles: z.array(z.object({ id: z.string(), name: z.string(), permissions: grants })),
  groups: z.array(
    z.object({ id: z.string(), name: z.string(), byHand: z.boolean(), roleIds: z.array(z.string()) }),
  ),
});

/** A custom role as it stands in the vendor's console. */
export type ConsoleRole = { id: string; name: string; permissions: Grants };

/** A group as it stands in the vendor's console, with its roles. */
export type ConsoleGroup = {
  id: string;
  name: string;
  /** Whether it is made, renamed and deleted in the console; else a directory or an import brings it. */
  byHand: boolean;
  roleIds: readonly string[];
};

/** Roles, groups and defaults: as they are wanted, or as somebody confirmed them in the vendor's console. */
export type ConsoleState = {
  defaults: Grants;
  roles: readonly ConsoleRole[];
  groups: readonly ConsoleGroup[];
};

/** Nothing was confirmed yet. */
export const nothingConfirmed: ConsoleState = { defaults: {}, roles: [], groups: [] };

/** What was confirmed, in the ids of what is wanted. */
export type ReadConsole = {
  confirmed: ConsoleState;
  /** Ids of roles and groups that stand under another id now: confirmed -> wanted. */
  movedRoles: ReadonlyMap<string, string>;
  movedGroups: ReadonlyMap<string, string>;
};

/**
 * What was confirmed, as it is to be compared with `wanted`. The console knows roles and groups by their names,
 * so one that went and came back under another id is the same. Groups that a directory or an import brings are
 * there without anybody's word, under the name they bring.
 */
export function readConsole(stored: ConsoleState, wanted: ConsoleState): ReadConsole {
  const roles = movedIds(stored.roles, wanted.roles);
  const groups = movedIds(stored.groups, wanted.groups);
  const wantedGroups = new Map(wanted.groups.map((group) => [group.id, group]));
  const known = stored.groups.flatMap((group): ConsoleGroup[] => {
    const id = groups.get(group.id) ?? group.id;
    const now = wantedGroups.get(id);
    if (!now && !group.byHand) return [];
    const name = now?.byHand === false ? now.name : group.name;
    const roleIds = group.roleIds.map((role) => roles.get(role) ?? role);
    return [{ id, name, byHand: now?.byHand ?? true, roleIds }];
  });
  const knownIds = new Set(known.map(({ id }) => id));
  const brought = wanted.groups
    .filter(({ id, byHand }) => !byHand && !knownIds.has(id))
    .map((group) => ({ ...group, roleIds: [] }));
  return {
    confirmed: {
      defaults: stored.defaults,
      roles: stored.roles.map((role) => ({ ...role, id: roles.get(role.id) ?? role.id })),
      groups: [...known, ...brought],
    },
    movedRoles: roles,
    movedGroups: groups,
  };
}

type Named = { id: string; name: string };

function movedIds(stored: readonly Named[], wanted: readonly Named[]): Map<string, string> {
  const [storedIds, wantedIds] = [stored, wanted].map((all) => new Set(all.map(({ id }) => id)));
  const byName = new Map(
    wanted.filter(({ id }) => !storedIds?.has(id)).map(({ id, name }) => [name.toLowerCase(), id]),
  );
  return new Map(
    stored.flatMap(({ id, name }) => {
      const now = wantedIds?.has(id) ? undefined : byName.get(name.toLowerCase());
      return now === undefined ? [] : [[id, now] as const];
    }),
  );
}

/** A confirmed state as it is kept: groups that are brought and have no role say nothing. */
export const keptState = (state: ConsoleState): ConsoleState => ({
  ...state,
  groups: state.groups.filter(({ byHand, roleIds }) => byHand || roleIds.length > 0),
});
