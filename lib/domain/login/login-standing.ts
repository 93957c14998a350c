import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { checkLogin } from './check-login';

/**
 * Where the login restriction stands: done once somebody decided, "no restriction" included, and nothing
 * contradicts the rollout decision.
 */
export function loginStanding({ loginRestriction, decision }: RolloutFacts): Standing {
  const { restriction, version } = loginRestriction;
  if (!restriction) {
    const reason = 'Nobody has decided yet; no restriction is an answer too.';
    return { state: 'todo', reason, version, content: null };
  }
  const contradiction = checkLogin(restriction, decision.surfaces).find(
    ({ severity }) => severity === 'contradiction',
  );
  return {
    state: contradiction ? 'in_progress' : 'done',
    reason: contradiction?.message ?? null,
    version,
    content: { restriction, surfaces: decision.surfaces },
  };
}
