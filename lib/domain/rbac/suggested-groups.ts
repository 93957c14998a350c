import type { SurfaceChoice } from '#lib/domain/rollout/decision';
import type { AccessFacts } from './access-facts';
import { compareAccess, type AccessChange } from './compare-access';
import { allOn, grantedKeys } from './grants';
import type { PermissionCatalog } from './permission';
import { resolveRoles } from './resolve-roles';
import { isSameName } from './write-directory';

/** A role and a group of one name that belong together, and what of it is there already. */
export type Suggestion = {
  name: string;
  permissions: readonly string[];
  /** Ids of what has that name already; null for what would be made. */
  roleId: string | null;
  groupId: string | null;
};

const surfaces: Readonly<Record<SurfaceChoice, readonly string[]>> = {
  local: ['codex.local'],
  cloud: ['codex.cloud'],
  both: ['codex.local', 'codex.cloud'],
};

/**
 * The guide's two groups for a gradual rollout, each with a role of its name. What exists by name, upper and
 * lower case aside, stays as it is.
 *
 * With `keepDefaults` both roles grant the workspace defaults again, so that nobody loses one by joining.
 *
 * Source: guide 2026-03, Step 2, “If you are gradually rolling out Codex”.
 */
export function suggestedGroups(
  access: Pick<AccessFacts, 'defaults' | 'roles'> & { groups: readonly { id: string; name: string }[] },
  choice: { surfaces: SurfaceChoice | null; keepDefaults: boolean },
  catalog: PermissionCatalog,
): readonly [Suggestion, Suggestion] {
  const kept = choice.keepDefaults ? grantedKeys(access.defaults.permissions) : [];
  const inOrder = (wanted: readonly string[]) =>
    Object.keys(catalog).filter((key) => wanted.includes(key) || kept.includes(key));
  const named = (name: string, permissions: readonly string[]): Suggestion => ({
    name,
    permissions: inOrder(permissions),
    roleId: idOf(name, access.roles),
    groupId: idOf(name, access.groups),
  });
  return [
    named('Codex Users', surfaces[choice.surfaces ?? 'both']),
    named('Codex Admin', ['codex.administer']),
  ];
}

const idOf = (name: string, all: readonly { id: string; name: string }[]): string | null =>
  all.find((one) => isSameName(one.name, name))?.id ?? null;

/** What becomes of somebody who uses the workspace defaults and joins: with the role that is there, or the one to be made. */
export function joiningEffect(
  { roleId, permissions }: Pick<Suggestion, 'roleId' | 'permissions'>,
  { model: { model }, defaults, roles }: Pick<AccessFacts, 'model' | 'defaults' | 'roles'>,
): AccessChange {
  const rules = { model, defaults: defaults.permissions };
  const role = roles.find(({ id }) => id === roleId) ?? { id: '', permissions: allOn(permissions) };
  return compareAccess(resolveRoles([], rules), resolveRoles([role], rules));
}

/** Whether there is nothing left to make. */
export const isComplete = (suggestions: readonly Suggestion[]): boolean =>
  suggestions.every(({ roleId, groupId }) => roleId !== null && groupId !== null);
