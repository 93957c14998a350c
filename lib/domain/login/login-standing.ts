import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { checkLogin, type LoginGround } from './check-login';

/** What the login restriction is held against, out of all facts. */
export const loginGround = ({
  decision,
  authentication,
}: Pick<RolloutFacts, 'decision' | 'authentication'>): LoginGround => ({
  surfaces: decision.surfaces,
  answers: authentication.answers,
});

/**
 * Where the login restriction stands: done once somebody decided, "no restriction" included, and nothing
 * contradicts the rollout decision or the authentication review.
 */
export function loginStanding(facts: RolloutFacts): Standing {
  const { restriction, version } = facts.loginRestriction;
  if (!restriction) {
    const reason = 'Nobody has decided yet; no restriction is an answer too.';
    return { state: 'todo', reason, version, content: null };
  }
  const found = checkLogin(restriction, loginGround(facts));
  const contradictions = found.filter(({ severity }) => severity === 'contradiction');
  const content = { ...restriction, contradictions: contradictions.map(({ code }) => code) };
  const [first] = contradictions;
  return { state: first ? 'in_progress' : 'done', reason: first?.message ?? null, version, content };
}
