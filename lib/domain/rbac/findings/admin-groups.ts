import { peopleWords } from '#lib/domain/rbac/counted';
import { gradualGroups } from '#lib/domain/rbac/gradual-groups';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** Groups that administer Codex and are too large for it, or are kept by hand. */
export function findAdminGroups({ access, guide }: RolloutFacts): Finding[] {
  const { admins, limit } = gradualGroups(access, guide.permissions);
  return admins.flatMap(({ id, name, people, isSmall, source }): Finding[] => {
    const fix = { words: `Open ${name}`, at: { kind: 'group', id } } as const;
    const shared = { fix, people, basis: null, taskId: 'roles.gradual' };
    const large: Finding = {
      ...shared,
      id: findingId('admin_group_large', id),
      kind: 'admin_group_large',
      severity: 'error',
      title: `${name} is too large to administer Codex`,
      reason: `${peopleWords(people)} in it may administer Codex. The guide wants this group small: at most ${peopleWords(limit)} here.`,
    };
    const byHand: Finding = {
      ...shared,
      id: findingId('admin_group_by_hand', id),
      kind: 'admin_group_by_hand',
      severity: 'warning',
      title: `${name} administers Codex and is made by hand`,
      reason:
        'A group synced over SCIM follows the identity provider, so that whoever leaves the company stops administering Codex.',
    };
    return [...(isSmall ? [] : [large]), ...(source === 'scim' ? [] : [byHand])];
  });
}
