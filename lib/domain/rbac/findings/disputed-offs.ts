import { rolesOf } from '#lib/domain/rbac/access-facts';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { roleLevel } from '#lib/domain/rbac/resolve-roles';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

type Dispute = { people: number; offIn: Map<string, string> };

/**
 * Permissions that people have from one role while another of theirs says off. In the tri-state model the on
 * wins here; the vendor's roles pages of autumn 2026 say that the off does.
 *
 * Source: guide 2026-03, Step 2; Help Center article 11750701, autumn 2026.
 */
export function findDisputedOffs({ access, guide: { permissions } }: RolloutFacts): Finding[] {
  if (access.model.model !== 'tri-state') return [];
  const rules = { model: access.model.model, defaults: access.defaults.permissions };
  const disputes = new Map<string, Dispute>();
  for (const { roleIds, people } of access.profiles) {
    const roles = rolesOf(roleIds, access);
    const offs = roles.flatMap((role) =>
      Object.keys(role.permissions).flatMap((key) =>
        role.permissions[key] === false ? [{ key, role }] : [],
      ),
    );
    const disputed = offs.filter(({ key }) => roles.some((role) => roleLevel(key, role, rules) > 0));
    for (const key of new Set(disputed.map((one) => one.key))) {
      const found = disputes.get(key) ?? { people: 0, offIn: new Map() };
      found.people += people;
      for (const { role } of disputed.filter((one) => one.key === key)) found.offIn.set(role.id, role.name);
      disputes.set(key, found);
    }
  }
  return [...disputes].map(([key, { people, offIn }]) => {
    const label = permissionLabel(key, permissions);
    const [first = ''] = offIn.keys();
    return {
      id: findingId('disputed_off', key),
      kind: 'disputed_off',
      severity: 'warning',
      title: `${label} is on in one role and off in another`,
      reason: `${peopleWords(people)} ${people === 1 ? 'has' : 'have'} it here although ${namesWords([...offIn.values()])} says off. The vendor’s pages disagree whether the off denies it.`,
      fix: { words: `Open ${offIn.get(first) ?? ''}`, at: { kind: 'role', id: first } },
      people,
      basis: [...offIn.keys()].sort(),
      taskId: 'roles.resolution',
    };
  });
}
