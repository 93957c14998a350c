import { profileAccess } from '#lib/domain/rbac/access-facts';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { grantedKeys } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** Codex roles whose people go without something besides Codex that the workspace defaults give. */
export function findDroppedDefaults({ access, guide: { permissions } }: RolloutFacts): Finding[] {
  const isCodex = (key: string) => permissions[key]?.area === 'Codex';
  const losing = access.profiles
    .map((profile) => ({
      ...profile,
      lost: profileAccess(profile, access).lostDefaults.filter((key) => !isCodex(key)),
    }))
    .filter(({ lost }) => lost.length > 0);
  return access.roles
    .filter((role) => grantedKeys(role.permissions).some(isCodex))
    .flatMap(({ id, name }): Finding[] => {
      const mine = losing.filter(({ roleIds }) => roleIds.includes(id));
      const people = mine.reduce((sum, profile) => sum + profile.people, 0);
      if (people === 0) return [];
      const lost = [...new Set(mine.flatMap((profile) => profile.lost))].sort();
      const labels = lost.map((key) => permissionLabel(key, permissions));
      return [
        {
          id: findingId('role_drops_defaults', id),
          kind: 'role_drops_defaults',
          severity: 'warning',
          title: `${name} is about Codex and drops other permissions`,
          reason: `${peopleWords(people)} with it ${people === 1 ? 'goes' : 'go'} without ${namesWords(labels)}, which the workspace defaults give.`,
          fix: {
            words: `Grant ${lost.length === 1 ? 'it' : 'them'} in ${name}`,
            at: { kind: 'role-keeping-defaults', id },
          },
          people,
          basis: lost,
          taskId: 'roles.lost_defaults',
        },
      ];
    });
}
