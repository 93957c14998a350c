import { err, ok, type Result } from '#lib/domain/result';
import { sameGrants } from './grants';
import type { CustomRole, Group, Person } from './directory';
import type { ChosenModel } from './resolution-model';

/** What a write says of a thing; what it leaves out stays as it is. */
type Wanted<T> = { readonly [K in keyof T]?: T[K] | undefined };

type Named = { id: string; name: string };

const folded = (name: string) => name.normalize('NFKC').toLowerCase();

/** Whether two names read as one: upper and lower case and forms of a letter aside. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other);

const isTaken = (name: string, id: string, others: readonly Named[]): boolean =>
  others.some((other) => other.id !== id && isSameName(other.name, name));

/** Whether nothing of `others` has a name, upper and lower case aside. */
export const isNameFree = (name: string, others: readonly { name: string }[]): boolean =>
  !others.some((other) => isSameName(other.name, name));

/** Another role has the name, upper and lower case aside. */
export type RoleNameTaken = { code: 'role_name_taken'; message: string };

/** The role with `fields`; fails with `role_name_taken`. Gives `current` itself when nothing would change. */
export function writeRole(
  current: CustomRole,
  {
    name = current.name,
    permissions = current.permissions,
  }: Wanted<Pick<CustomRole, 'name' | 'permissions'>>,
  all: readonly CustomRole[],
): Result<CustomRole, RoleNameTaken> {
  if (isTaken(name, current.id, all)) {
    return err({ code: 'role_name_taken', message: `There is a role called ${name} already.` });
  }
  const isSame = name === current.name && sameGrants(permissions, current.permissions);
  if (isSame && current.version > 0) return ok(current);
  return ok({ id: current.id, name, permissions, version: current.version + 1 });
}

/** The directory keeps the group, so nobody changes it by hand. */
export type GroupIsSynced = { code: 'group_is_synced'; message: string };

/** Fails with `group_is_synced` where a directory keeps the group's people. */
export function mayEditMembers(group: Pick<Group, 'name' | 'source'>): Result<null, GroupIsSynced> {
  if (group.source === 'manual') return ok(null);
  const message = `${group.name} is synced over SCIM: change who is in it in your identity provider.`;
  return err({ code: 'group_is_synced', message });
}

/** The model knows roles of groups alone. */
export type NoDirectRoles = { code: 'no_direct_roles'; message: string };

/** Fails with `no_direct_roles` where the model of the workspace knows no roles of single people. */
export function mayHaveDirectRoles({ model }: Pick<ChosenModel, 'model'>): Result<null, NoDirectRoles> {
  if (model === 'tri-state') return ok(null);
  const message =
    'In the guide’s model people have roles through their groups alone. Put the person into one.';
  return err({ code: 'no_direct_roles', message });
}

/**
 * The group with `fields`; fails with `group_name_taken`, and with `group_is_synced` where a group that a
 * directory keeps would get another name. Gives `current` itself when nothing would change.
 */
export function writeGroup(
  current: Group,
  { name = current.name, source = current.source }: Wanted<Pick<Group, 'name' | 'source'>>,
  all: readonly Named[],
): Result<Group, GroupIsSynced | { code: 'group_name_taken'; message: string }> {
  const isNew = current.version === 0;
  if (!isNew && current.source === 'scim' && name !== current.name) {
    const message = `${current.name} is synced over SCIM: rename it in your identity provider.`;
    return err({ code: 'group_is_synced', message });
  }
  if (isTaken(name, current.id, all)) {
    return err({ code: 'group_name_taken', message: `There is a group called ${name} already.` });
  }
  if (!isNew && name === current.name && source === current.source) return ok(current);
  return ok({ id: current.id, name, source, version: current.version + 1 });
}

/**
 * The person with `fields`; fails with `email_taken` where `holderOfEmail` is somebody else. Gives `current`
 * itself when nothing would change.
 */
export function writePerson(
  current: Person,
  {
    name = current.name,
    email = current.email,
    isActive = current.isActive,
  }: Wanted<Pick<Person, 'name' | 'email' | 'isActive'>>,
  holderOfEmail: string | null,
): Result<Person, { code: 'email_taken'; message: string }> {
  if (holderOfEmail !== null && holderOfEmail !== current.id) {
    return err({ code: 'email_taken', message: `Somebody with the address ${email} is listed already.` });
  }
  const isSame = name === current.name && email === current.email && isActive === current.isActive;
  if (isSame && current.version > 0) return ok(current);
  return ok({ id: current.id, name, email, isActive, version: current.version + 1 });
}
