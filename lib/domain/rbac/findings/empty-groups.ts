import { rolesOf } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** Groups with a role and nobody active in them. */
export function findEmptyGroups({ access }: RolloutFacts): Finding[] {
  return access.groups
    .filter(({ roleIds, people }) => roleIds.length > 0 && people === 0)
    .map(({ id, name, roleIds }) => ({
      id: findingId('group_without_people', id),
      kind: 'group_without_people',
      severity: 'note',
      title: `${name} has a role and nobody in it`,
      reason: `It gives ${namesWords(rolesOf(roleIds, access).map((role) => role.name))} to nobody, and to whoever joins it one day.`,
      fix: { words: `Open ${name}`, at: { kind: 'group', id } },
      people: null,
      basis: [...roleIds].sort(),
      taskId: 'roles.resolution',
    }));
}
