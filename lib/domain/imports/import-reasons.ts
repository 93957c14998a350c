import { gainReason, leavesReason, lossReason, type Names } from '#lib/domain/rbac/change-reasons';
import type { DifferenceList } from '#lib/domain/rbac/everyone/changed-people';
import type { Standing } from '#lib/domain/rbac/everyone/standing';
import { noAccess } from '#lib/domain/rbac/resolve-access';

/** Somebody whose access an import changes. Who comes with it had nothing before; who goes has nothing after. */
export type ImportedPerson = {
  comes: boolean;
  goes: boolean;
  before: Standing;
  after: Standing;
  lost: readonly string[];
  gained: readonly string[];
};

/** How somebody stands who is not here. */
export const nobody: Standing = { isActive: false, groups: new Map(), direct: [], access: noAccess };

const goes = 'The import removes this person.';

/** Why somebody is on a list of an import. */
export function importReason(list: DifferenceList, person: ImportedPerson, names: Names): string {
  if (list === 'gains') return gained(person, names);
  if (person.goes) return goes;
  return list === 'losses' ? lossReason(person.lost, person, names) : leavesReason(person, names);
}

function gained(person: ImportedPerson, names: Names): string {
  const { before, after, comes, gained: permissions } = person;
  if (before.isActive) return gainReason(permissions, person, names);
  const lead = comes ? 'Comes with this import.' : 'Active again by this import.';
  const way = after.access.usesDefault
    ? 'The workspace defaults apply.'
    : gainReason(permissions, person, names);
  return `${lead} ${way}`;
}
