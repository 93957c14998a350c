import { activePeople, rolesOf, type AccessFacts, type GroupSummary } from './access-facts';
import { grantedKeys } from './grants';
import type { PermissionCatalog } from './permission';

/** Most people a small group may have, however small the company. */
const smallGroup = 12;
/** Or this share of everybody active. */
const smallShare = 0.05;

/** The two kinds of group that a gradual rollout wants. */
export type GradualGroups = {
  /** Their roles grant the use of Codex and not its administration. */
  users: readonly GroupSummary[];
  /** Their roles grant the administration of Codex. */
  admins: readonly (GroupSummary & { isSmall: boolean })[];
  /** Most people an administering group may have. */
  limit: number;
};

/**
 * The groups of `access` that fit the guide's pattern, by what their roles grant; names do not matter.
 *
 * Small is at most 12 people or 5 % of everybody active, whichever is more: our reading of the guide's
 * “small”.
 *
 * Source: guide 2026-03, Step 2: “a second “Codex Admin” group”.
 */
export function gradualGroups(access: AccessFacts, catalog: PermissionCatalog): GradualGroups {
  const limit = Math.max(smallGroup, Math.floor(activePeople(access) * smallShare));
  const grants = (group: GroupSummary, what: 'use' | 'administer') =>
    rolesOf(group.roleIds, access).some(({ permissions }) =>
      grantedKeys(permissions).some((permission) => catalog[permission]?.codex === what),
    );
  const admins = access.groups.filter((group) => grants(group, 'administer'));
  return {
    users: access.groups.filter((group) => grants(group, 'use') && !admins.includes(group)),
    admins: admins.map((group) => ({ ...group, isSmall: group.people <= limit })),
    limit,
  };
}
