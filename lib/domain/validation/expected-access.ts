import { profileAccess, rolesOf, type AccessProfile } from '#lib/domain/rbac/access-facts';
import { appliesTo } from '#lib/domain/rollout/decision';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { TriedPermission } from './check-definition';

/** One permission of a profile, and whether it should work. */
export type ExpectedAccess = { key: string; label: string; works: boolean };

/** What everybody of one access profile should be able to do. */
export type ExpectedProfile = { item: string; label: string; permissions: readonly ExpectedAccess[] };

/** What stands for the profile of people without any custom role. */
export const defaultsItem = 'defaults';

/**
 * What each access profile with people in it should be able to do: what its roles grant, where the toggle is
 * wanted on. Permissions whose toggle is not part of the rollout decision are left out.
 *
 * Source: guide 2026-03, Step 6: “RBAC and workspace toggles produce the expected access behavior”.
 */
export function expectedAccess(
  tried: readonly TriedPermission[],
  facts: RolloutFacts,
): readonly ExpectedProfile[] {
  const applying = tried.filter(({ toggle }) => {
    const definition = facts.guide.settings[toggle];
    return definition !== undefined && appliesTo(definition.surface, facts.decision.surfaces);
  });
  return facts.access.profiles.map((profile) => {
    const granted = profileAccess(profile, facts.access).levels;
    return {
      item: profile.roleIds.length === 0 ? defaultsItem : profile.roleIds.join('+'),
      label: labelOf(profile, facts),
      permissions: applying.map(({ key, label, toggle }) => ({
        key,
        label,
        works: granted.has(key) && facts.settings.get(toggle)?.wanted === true,
      })),
    };
  });
}

function labelOf({ roleIds }: AccessProfile, { access }: RolloutFacts): string {
  if (roleIds.length === 0) return 'Workspace defaults';
  return rolesOf(roleIds, access)
    .map(({ name }) => name)
    .join(' and ');
}
