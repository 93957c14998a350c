import { canonicalJson } from '#lib/domain/audit/chain';
import { basisChanges } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { outcomeWords, resultKey, type CheckResult } from './check';
import type { CheckDefinition } from './check-definition';
import { planChecks, type PlannedItem } from './plan-checks';

/** Where one item of a check stands. */
export type ItemStatus = {
  planned: PlannedItem;
  result: CheckResult | null;
  state: 'todo' | 'done' | 'differs' | 'stale' | 'not_used';
  /** Why it is stale; null otherwise. */
  reason: string | null;
};

/** Where each item of a check stands, in the order to work. */
export function itemStatuses(taskId: string, check: CheckDefinition, facts: RolloutFacts): ItemStatus[] {
  return planChecks(check, facts).map((planned) => {
    const result = facts.checkResults.get(resultKey(taskId, planned.item)) ?? null;
    if (!result) return { planned, result, state: 'todo', reason: null };
    const reason = staleReason(planned, result, { check, facts });
    if (reason !== null) return { planned, result, state: 'stale', reason };
    if (result.outcome === 'not_used') return { planned, result, state: 'not_used', reason: null };
    return { planned, result, state: result.outcome === 'differs' ? 'differs' : 'done', reason: null };
  });
}

function staleReason(
  planned: PlannedItem,
  result: CheckResult,
  { check, facts }: { check: CheckDefinition; facts: RolloutFacts },
): string | null {
  if (canonicalJson(planned.restsOn) === canonicalJson(result.restsOn)) return null;
  const found = `${result.by} found it ${outcomeWords[result.outcome].toLowerCase()} before that.`;
  switch (planned.answer.kind) {
    case 'word':
      return [...basisChanges(check.restsOn, result.restsOn, facts), found].join(' ');
    case 'access':
      return `What ${planned.label} should be able to do has changed. ${found}`;
    case 'sum':
      return `requirements.toml has changed. ${found}`;
    default:
      return planned.answer satisfies never;
  }
}
