import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import type { PersonWithAccess } from './person';

/** Why a person has a permission, or has it not, in one sentence. */
export function reasonFor(permission: string, person: PersonWithAccess, access: AccessFacts): string {
  if (!person.isActive) return 'Deactivated people have no access.';
  const found = person.permissions.find((one) => one.permission === permission);
  if (found) return found.paths.length === 0 ? byDefault : waysWords(found.paths, access);
  if (person.lostDefaults.includes(permission)) {
    return 'The workspace defaults grant it, but a custom role switches them off.';
  }
  return person.usesDefault ? 'The workspace defaults do not grant it.' : 'No role grants it.';
}

const byDefault = 'Workspace defaults: in no group with a custom role.';

function waysWords(
  paths: readonly { group: string | null; role: string }[],
  { groups, roles }: AccessFacts,
): string {
  const nameOf = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? 'removed';
  return paths
    .map(({ group, role }) =>
      group === null
        ? `Given directly, role ${nameOf(roles, role)}.`
        : `Group ${nameOf(groups, group)}, role ${nameOf(roles, role)}.`,
    )
    .join(' ');
}
