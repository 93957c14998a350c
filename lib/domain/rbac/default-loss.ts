import { profileAccess, type AccessFacts } from './access-facts';
import { grantedKeys } from './grants';
import { namesWords, peopleWords } from './counted';
import { permissionLabel, type PermissionCatalog } from './permission';

/** A set of roles that goes without default permissions. */
export type LosingSet = {
  roleIds: readonly string[];
  people: number;
  groupIds: readonly string[];
  lost: readonly string[];
};

/** Who leaves the workspace defaults and loses something by it, in sums. */
export type DefaultLoss = {
  people: number;
  /** The largest first. */
  sets: readonly LosingSet[];
  /** The groups these people have their roles from. */
  groupIds: readonly string[];
  /** Permissions that somebody goes without, in the order of the defaults. */
  permissions: readonly string[];
};

/** Everybody active who goes without a default permission because of a custom role. */
export function lossOf(access: AccessFacts): DefaultLoss {
  const known = lossBy.get(access);
  if (known) return known;
  const loss = findLoss(access);
  lossBy.set(access, loss);
  return loss;
}

// The same facts are asked by several tasks of one page, and stay until somebody writes.
const lossBy = new WeakMap<AccessFacts, DefaultLoss>();

function findLoss(access: AccessFacts): DefaultLoss {
  const all = access.profiles.map((profile) => ({
    ...profile,
    lost: profileAccess(profile, access).lostDefaults,
  }));
  const sets = all.filter(({ lost }) => lost.length > 0);
  const lost = new Set(sets.flatMap((set) => set.lost));
  return {
    people: sets.reduce((sum, { people }) => sum + people, 0),
    sets,
    groupIds: [...new Set(sets.flatMap(({ groupIds }) => groupIds))],
    permissions: grantedKeys(access.defaults.permissions).filter((permission) => lost.has(permission)),
  };
}

/** What an acceptance of the loss rests on: sets of roles and what each goes without, whoever has them. */
export const lossBasis = (access: AccessFacts): unknown =>
  lossOf(access)
    .sets.map(({ roleIds, lost }) => ({ roles: [...roleIds].sort(), lost: [...lost].sort() }))
    .sort((one, other) => (one.roles.join() < other.roles.join() ? -1 : 1));

/** The loss as one sentence that names people, groups and permissions; null where nobody loses anything. */
export function lossWords(access: AccessFacts, catalog: PermissionCatalog): string | null {
  const { people, groupIds, permissions } = lossOf(access);
  if (people === 0) return null;
  const groups = access.groups.filter(({ id }) => groupIds.includes(id)).map(({ name }) => name);
  const labels = permissions.map((permission) => permissionLabel(permission, catalog));
  const [does, loses] = people === 1 ? ['does', 'loses'] : ['do', 'lose'];
  return `${peopleWords(people)} in ${namesWords(groups)} ${does} not use the workspace defaults and ${loses} ${namesWords(labels)}.`;
}
