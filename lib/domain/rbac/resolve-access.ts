import type { Compared } from './compare-access';
import type { Directory, ResolvedRole } from './directory';
import { levelOf, type Grants } from './grants';

/** A role that gives something: the group it comes by, or null where the person has it directly. */
export type Path = { groupId: string | null; roleId: string };

/** One permission somebody has: the level, from 1, and every way it comes. */
export type Granted = { level: number; paths: readonly Path[] };

/** What one person may do, and why. */
export type Access = {
  /** Whether the workspace defaults apply: the person is active and has no custom role. */
  usesDefault: boolean;
  /**
   * By permission. The paths are every group and role that gives it at any level: if none of these roles gave
   * it, it would be gone. Without a path the workspace defaults give it.
   */
  granted: ReadonlyMap<string, Granted>;
  /** Default permissions the person does without because of having a custom role. */
  lostDefaults: readonly string[];
};

/** An access as `compareAccess` takes it. */
export const comparable = ({ usesDefault, granted }: Access): Compared => ({
  usesDefault,
  levels: new Map([...granted].map(([permission, { level }]) => [permission, level])),
});

/** Nothing at all: what deactivated people have. */
export const noAccess: Access = { usesDefault: false, granted: new Map(), lostDefaults: [] };

/** Of a person, what resolution needs. */
export type Placed = {
  isActive: boolean;
  groupIds: Iterable<string>;
  /** Roles given to the person alone; they count in the tri-state model. */
  directRoles?: readonly ResolvedRole[];
};

/**
 * What somebody in `groupIds` may do, and which groups and roles say so: see `resolveRoles`.
 *
 * Deactivated people have nothing. Unknown groups assign no role; being twice in a group is being in it.
 * Toggles and dependencies between permissions change nothing here. Total: never fails.
 */
export function resolveAccess(person: Placed, directory: Directory): Access {
  if (!person.isActive) return noAccess;
  const { defaults } = directory;
  const assigned = assignedTo(person, directory);
  const usesDefault = assigned.length === 0;
  const granted = new Map<string, Given>();
  if (usesDefault) addGrants(granted, defaults, null);
  for (const { path, role } of assigned) {
    addGrants(granted, role.permissions, path);
    if (directory.model === 'tri-state') addGrants(granted, defaults, path, role.permissions);
  }
  const levelNow = (key: string) => granted.get(key)?.level ?? 0;
  const lostDefaults = Object.keys(defaults).filter((key) => levelNow(key) < levelOf(defaults[key]));
  return { usesDefault, granted, lostDefaults };
}

type Given = Granted & { paths: Path[] };

/** Adds what `said` grants, by a path or by the workspace defaults; what `over` says something of is passed over. */
function addGrants(granted: Map<string, Given>, said: Grants, path: Path | null, over?: Grants): void {
  for (const key of Object.keys(said)) {
    const level = levelOf(said[key]);
    if (level === 0 || over?.[key] !== undefined) continue;
    const known = granted.get(key);
    if (!known) granted.set(key, { level, paths: path ? [path] : [] });
    else {
      known.level = Math.max(known.level, level);
      if (path) known.paths.push(path);
    }
  }
}

type Assigned = { path: Path; role: ResolvedRole };

function assignedTo({ groupIds, directRoles = [] }: Placed, { model, rolesByGroup }: Directory): Assigned[] {
  const of = (groupId: string | null, roles: readonly ResolvedRole[]) =>
    roles.map((role) => ({ path: { groupId, roleId: role.id }, role }));
  const byGroup = [...new Set(groupIds)].flatMap((groupId) => of(groupId, rolesByGroup.get(groupId) ?? []));
  return model === 'tri-state' ? [...byGroup, ...of(null, directRoles)] : byGroup;
}
