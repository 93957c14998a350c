import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

/**
 * Why the risk of a toggle is not accepted yet, in a sentence; null where the toggle has no risk to accept,
 * or where its acceptance stands.
 */
export function riskNotAccepted(key: string, facts: RolloutFacts): string | null {
  const subject = facts.guide.settings[key]?.riskToAccept ?? null;
  if (subject === null) return null;
  if (subject === 'internet_access.risk' && facts.internetAccess.policy === null) {
    return 'First write down what agents may reach; then the governance owner accepts the risk.';
  }
  const status = acceptanceStatus(subject, facts);
  return status.state === 'standing' ? null : `The risk is not accepted. ${status.reason}`;
}
