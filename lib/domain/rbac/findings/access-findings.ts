import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findAdminGroups } from './admin-groups';
import { findDefaultLoss } from './default-loss';
import { findDisputedOffs } from './disputed-offs';
import { findDroppedDefaults } from './dropped-defaults';
import { findEmptyGroups } from './empty-groups';
import { findEmptyRoles } from './empty-roles';
import { findFailingExpectations } from './failing-expectations';
import { severities, type Finding } from './finding';
import { findSharedRoles } from './shared-roles';
import { findTogglesOff } from './toggles-off';

const finders: readonly ((facts: RolloutFacts) => Finding[])[] = [
  findFailingExpectations,
  findDefaultLoss,
  findAdminGroups,
  findDroppedDefaults,
  findEmptyRoles,
  findTogglesOff,
  findDisputedOffs,
  findSharedRoles,
  findEmptyGroups,
];

// The same facts are asked by several tasks and parts of one page.
const known = new WeakMap<RolloutFacts, readonly Finding[]>();

/** All that is found among roles, groups, people and expectations, the gravest first. */
export function accessFindings(facts: RolloutFacts): readonly Finding[] {
  const before = known.get(facts);
  if (before) return before;
  const found = finders
    .flatMap((find) => find(facts))
    .toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  known.set(facts, found);
  return found;
}
