import { canonicalJson } from '#lib/domain/audit/chain';
import { accessFindings } from '#lib/domain/rbac/findings/access-findings';
import { findingIdOf, type Finding } from '#lib/domain/rbac/findings/finding';
import { basisChanges, basisOf, type Basis } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

/** Something that may be accepted as it stands now. */
export type Acceptable = {
  /** What is accepted, as it stands after "accepted". */
  label: string;
  /** Whether an acceptance needs a last day. */
  needsEnd: boolean;
  /** What an acceptance of now rests on. */
  basis: Basis;
  /** What has changed since an acceptance that rests on `before`, a sentence each. */
  changes: (before: Basis) => string[];
};

/** What may be accepted under `subject`; null where there is nothing of the kind, or no longer. */
export function acceptableOf(subject: string, facts: RolloutFacts): Acceptable | null {
  const id = findingIdOf(subject);
  const definition = facts.guide.acceptances[subject];
  if (definition) {
    const { label, restsOn } = definition;
    return {
      label,
      needsEnd: id !== null,
      basis: basisOf(restsOn, facts),
      changes: (before) => basisChanges(restsOn, before, facts),
    };
  }
  const finding = id === null ? undefined : accessFindings(facts).find((one) => one.id === id);
  return finding ? acceptableFinding(finding, facts) : null;
}

/** An accepted finding may get better: it is another one when it is about other things, or about more people. */
function acceptableFinding(finding: Finding, { digest }: RolloutFacts): Acceptable {
  const found = digest(canonicalJson([finding.kind, finding.basis]));
  const people = finding.people ?? 0;
  return {
    label: `the finding “${finding.title}”`,
    needsEnd: true,
    basis: { found, people: String(people) },
    changes: (before) => {
      if (before.found !== found) return ['What was found has changed.'];
      const accepted = Number(before.people);
      if (people <= accepted) return [];
      return [
        `It was about ${accepted.toLocaleString('en')}, and is now about ${people.toLocaleString('en')}.`,
      ];
    },
  };
}
