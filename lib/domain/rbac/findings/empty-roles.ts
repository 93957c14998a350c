import { peopleWords } from '#lib/domain/rbac/counted';
import { resolveRoles } from '#lib/domain/rbac/resolve-roles';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';
import { peopleWith } from './people-with';

/** Roles that grant nothing: they switch the workspace defaults off and give nothing for it. */
export function findEmptyRoles({ access }: RolloutFacts): Finding[] {
  const rules = { model: access.model.model, defaults: access.defaults.permissions };
  return access.roles
    .filter((role) => resolveRoles([role], rules).levels.size === 0)
    .map(({ id, name }) => {
      const people = peopleWith(id, access);
      const who =
        people === 0 ? 'Nobody has it yet' : `${peopleWords(people)} ${people === 1 ? 'has' : 'have'} it`;
      return {
        id: findingId('role_grants_nothing', id),
        kind: 'role_grants_nothing',
        severity: people === 0 ? 'note' : 'warning',
        title: `${name} grants nothing`,
        reason: `${who}. Whoever has no other role may do nothing, because any role switches the workspace defaults off.`,
        fix: { words: `Say what ${name} grants`, at: { kind: 'role', id } },
        people,
        basis: null,
        taskId: 'roles.custom',
      };
    });
}
