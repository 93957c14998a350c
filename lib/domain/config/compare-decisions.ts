import { canonicalJson } from '#lib/domain/audit/chain';
import { decisionKeys, type DecisionKey } from './decision-values';
import type { Decisions } from './decisions';

/** The decisions that `after` takes otherwise than `before`, in the guide's order; all where there is none. */
export function changedDecisions(before: Decisions | null, after: Decisions): DecisionKey[] {
  return decisionKeys.filter((key) => !before || canonicalJson(before[key]) !== canonicalJson(after[key]));
}
