import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import type { AuthenticationQuestion } from './authentication';
import { applicableQuestions, authenticationConsequences, type AuthenticationGround } from './consequences';

const questionWords: Readonly<Record<AuthenticationQuestion, string>> = {
  local: 'sign-in to Codex local',
  chatgpt: 'sign-in to ChatGPT',
  mfa: 'MFA',
  restriction: 'login restriction',
};

/** What the review's consequences follow from, out of all facts. */
export function authenticationGround(facts: RolloutFacts): AuthenticationGround {
  const wish = facts.settings.get('codex.device_code');
  const isOpen = wish === undefined || wish.version === 0;
  return {
    answers: facts.authentication.answers,
    surfaces: facts.decision.surfaces,
    deviceCode: isOpen ? 'open' : wish.wanted ? 'on' : 'off',
  };
}

/**
 * Where the authentication review stands: done once every question that applies is answered and no answer
 * contradicts a rule.
 */
export function authenticationStanding(facts: RolloutFacts): Standing {
  const { answers, version } = facts.authentication;
  const ground = authenticationGround(facts);
  const questions = applicableQuestions(ground);
  const open = questions.filter((question) => answers[question] === null);
  const contradictions = authenticationConsequences(ground).filter(({ kind }) => kind === 'contradiction');
  const content = {
    answers: Object.fromEntries(questions.map((question) => [question, answers[question]])),
    contradictions: contradictions.map(({ id }) => id),
  };
  const [first] = contradictions;
  if (first) return { state: 'in_progress', reason: first.text, finding: true, version, content };
  if (open.length === 0) return { state: 'done', reason: null, version, content };
  const reason = `Still to answer: ${open.map((question) => questionWords[question]).join(', ')}.`;
  const isBegun = open.length < questions.length;
  return { state: isBegun ? 'in_progress' : 'todo', reason, version, content: isBegun ? content : null };
}
