import { acceptanceStatus, type AcceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { accessFindings } from './access-findings';
import { severities, subjectOf, type Finding, type Severity } from './finding';

/** A finding, and whether the governance owner has accepted it. */
export type FindingStatus = { finding: Finding; acceptance: AcceptanceStatus };

/** Every finding with its acceptance, the gravest first. */
export const findingStatuses = (facts: RolloutFacts): FindingStatus[] =>
  accessFindings(facts).map((finding) => ({
    finding,
    acceptance: acceptanceStatus(subjectOf(finding), facts),
  }));

/** Whether nobody has accepted it, or not any more. */
export const isOpen = ({ acceptance }: FindingStatus): boolean => acceptance.state !== 'standing';

/** The findings that nobody has accepted, or not any more, the gravest first. */
export const openFindings = (facts: RolloutFacts): Finding[] =>
  findingStatuses(facts)
    .filter(isOpen)
    .map(({ finding }) => finding);

/** How many findings are open, by how grave they are, and how many are accepted. */
export type FindingSums = Record<Severity, number> & { open: number; accepted: number };

/** The findings in sums. */
export function findingSums(facts: RolloutFacts): FindingSums {
  const all = findingStatuses(facts);
  const open = all.filter(isOpen);
  const of = (severity: Severity) => open.filter(({ finding }) => finding.severity === severity).length;
  const [error = 0, warning = 0, note = 0] = severities.map(of);
  return { error, warning, note, open: open.length, accepted: all.length - open.length };
}
