import { namesWords } from '#lib/domain/rbac/counted';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';
import { peopleWith } from './people-with';

/** Roles that groups of both kinds have: synced over SCIM, and made by hand. */
export function findSharedRoles({ access }: RolloutFacts): Finding[] {
  return access.roles.flatMap(({ id, name }): Finding[] => {
    const groups = access.groups.filter(({ roleIds }) => roleIds.includes(id));
    const byHand = groups.filter(({ source }) => source === 'manual');
    if (byHand.length === 0 || byHand.length === groups.length) return [];
    const synced = groups.filter(({ source }) => source === 'scim');
    const names = (of: typeof groups) => namesWords(of.map((group) => group.name));
    return [
      {
        id: findingId('role_across_sources', id),
        kind: 'role_across_sources',
        severity: 'note',
        title: `${name} is shared by groups of different kinds`,
        reason: `${names(synced)} follow${synced.length === 1 ? 's' : ''} the identity provider, ${names(byHand)} ${byHand.length === 1 ? 'is' : 'are'} kept by hand: a change to the role reaches both.`,
        fix: { words: `Open ${name}`, at: { kind: 'role', id } },
        people: peopleWith(id, access),
        basis: groups.map((group) => group.id).sort(),
        taskId: 'roles.groups',
      },
    ];
  });
}
