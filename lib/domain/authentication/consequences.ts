import type { SurfaceChoice } from '#lib/domain/rollout/decision';
import type { AuthenticationAnswers, AuthenticationQuestion } from './authentication';

/** What an answer brings with it. */
export type Consequence = {
  id: string;
  /** `contradiction`: cannot stay so. `duty`: somebody has to see to it. `note`: good to know. */
  kind: 'contradiction' | 'duty' | 'note';
  /** The question whose answer it follows from. */
  question: AuthenticationQuestion;
  text: string;
  source: string;
};

/** What the consequences follow from: the answers, what is rolled out, and what is wanted of toggle 1.2. */
export type AuthenticationGround = {
  answers: AuthenticationAnswers;
  /** Null while nothing is decided: then every question applies. */
  surfaces: SurfaceChoice | null;
  deviceCode: 'open' | 'on' | 'off';
};

const hasLocal = ({ surfaces }: AuthenticationGround) => surfaces !== 'cloud';
const hasCloud = ({ surfaces }: AuthenticationGround) => surfaces !== 'local';

const throughChatgpt = ['chatgpt', 'device_code', 'access_token'];

/** Whether anybody signs in to ChatGPT for Codex at all. */
const needsChatgpt = (ground: AuthenticationGround): boolean =>
  hasCloud(ground) ||
  ground.answers.local === null ||
  ground.answers.local.some((method) => throughChatgpt.includes(method));

/** The questions that apply: a question about a surface that is not rolled out does not. */
export function applicableQuestions(ground: AuthenticationGround): AuthenticationQuestion[] {
  return [
    ...(hasLocal(ground) ? (['local'] as const) : []),
    ...(needsChatgpt(ground) ? (['chatgpt', 'mfa'] as const) : []),
    ...(hasLocal(ground) ? (['restriction'] as const) : []),
  ];
}

type Rule = Omit<Consequence, 'id'> & { holds: (ground: Facts) => boolean };

/** The answers as rules ask for them. */
type Facts = AuthenticationGround & {
  signsIn: (method: string) => boolean;
  reaches: (method: string) => boolean;
  mfaBy: (who: 'identity_provider' | 'chatgpt') => boolean;
};

function factsOf(ground: AuthenticationGround): Facts {
  const { local, chatgpt, mfa } = ground.answers;
  return {
    ...ground,
    signsIn: (method) => hasLocal(ground) && (local ?? []).some((one) => one === method),
    reaches: (method) => needsChatgpt(ground) && (chatgpt ?? []).some((one) => one === method),
    mfaBy: (who) => needsChatgpt(ground) && (mfa === who || mfa === 'both'),
  };
}

const isRestrictedTo = (facts: Facts, what: 'method' | 'workspace') =>
  hasLocal(facts) && (facts.answers.restriction === what || facts.answers.restriction === 'both');

const methods = 'Vendor’s page “Authentication”, March 2026: methods of each surface';
const mfaRules = 'Vendor’s page “Authentication”, March 2026: MFA for Codex cloud';
const restrictions = 'Vendor’s page “Authentication”, March 2026: login restrictions';

/** Every rule, contradictions first. Ids are stable. */
const rules: Readonly<Record<string, Rule>> = {
  'mfa-missing-for-password': {
    kind: 'contradiction',
    question: 'mfa',
    text: 'Codex cloud refuses people with e-mail and password until MFA is on for their account, whichever method they use. Let ChatGPT ask for it, or end sign-in by e-mail and password.',
    source: mfaRules,
    holds: (facts) =>
      hasCloud(facts) && facts.reaches('password') && facts.answers.mfa !== null && !facts.mfaBy('chatgpt'),
  },
  'mfa-without-provider': {
    kind: 'contradiction',
    question: 'mfa',
    text: 'Nobody signs in through an identity provider, so none can enforce MFA.',
    source: mfaRules,
    holds: (facts) =>
      facts.mfaBy('identity_provider') &&
      facts.answers.chatgpt !== null &&
      !facts.reaches('sso') &&
      !facts.reaches('social'),
  },
  'one-method-can-be-forced': {
    kind: 'contradiction',
    question: 'restriction',
    text: 'Clients can be restricted to ChatGPT sign-in or to API keys, not to both. Give up one of the two, or do not restrict the method.',
    source: restrictions,
    holds: (facts) =>
      isRestrictedTo(facts, 'method') &&
      facts.signsIn('api_key') &&
      throughChatgpt.some((method) => facts.signsIn(method)),
  },
  'workspace-without-chatgpt': {
    kind: 'contradiction',
    question: 'restriction',
    text: 'A restriction to one workspace looks at ChatGPT sign-in, which nobody uses with Codex local.',
    source: restrictions,
    holds: (facts) =>
      isRestrictedTo(facts, 'workspace') &&
      facts.answers.local !== null &&
      !throughChatgpt.some((method) => facts.signsIn(method)),
  },
  'device-code-off': {
    kind: 'contradiction',
    question: 'local',
    text: 'Device code sign-in needs toggle 1.2, which is wanted off.',
    source: methods,
    holds: (facts) => facts.signsIn('device_code') && facts.deviceCode === 'off',
  },
  'api-key-outside-policy': {
    kind: 'duty',
    question: 'local',
    text: 'API keys are outside cloud-managed requirements and outside Compliance exports, and follow the retention of the API organization. Ship requirements through MDM or system files as well.',
    source: methods,
    holds: (facts) => facts.signsIn('api_key'),
  },
  'mfa-by-sso': {
    kind: 'duty',
    question: 'mfa',
    text: 'With SSO, the SSO administrator should enforce MFA for everyone who uses Codex cloud.',
    source: mfaRules,
    holds: (facts) =>
      hasCloud(facts) &&
      facts.reaches('sso') &&
      facts.answers.mfa !== null &&
      !facts.mfaBy('identity_provider'),
  },
  'mfa-by-social': {
    kind: 'duty',
    question: 'mfa',
    text: 'With social sign-in alone, MFA is not mandatory for Codex cloud. Turn it on at the provider.',
    source: mfaRules,
    holds: (facts) =>
      hasCloud(facts) &&
      facts.reaches('social') &&
      !facts.reaches('password') &&
      facts.answers.mfa === 'nobody',
  },
  'device-code-toggle': {
    kind: 'duty',
    question: 'local',
    text: 'Device code sign-in needs toggle 1.2. A code ends after 15 minutes.',
    source: methods,
    holds: (facts) => facts.signsIn('device_code') && facts.deviceCode === 'open',
  },
  'restriction-in-step-3': {
    kind: 'duty',
    question: 'restriction',
    text: 'Row 3.6 of Step 3 carries the restriction: it belongs into managed configuration, where people cannot change it.',
    source: restrictions,
    holds: (facts) => isRestrictedTo(facts, 'method') || isRestrictedTo(facts, 'workspace'),
  },
  'workspace-and-api-keys': {
    kind: 'note',
    question: 'restriction',
    text: 'A restriction to one workspace does not reach people with API keys.',
    source: restrictions,
    holds: (facts) => isRestrictedTo(facts, 'workspace') && facts.signsIn('api_key'),
  },
  'unrestricted-local': {
    kind: 'note',
    question: 'restriction',
    text: 'Without a restriction people may sign in to Codex local with another workspace or an API key of their own, outside your policy.',
    source: restrictions,
    holds: (facts) => hasLocal(facts) && facts.answers.restriction === 'none',
  },
  'chatgpt-governs': {
    kind: 'note',
    question: 'local',
    text: 'ChatGPT sign-in brings workspace permissions, roles, Enterprise retention and residency, Compliance exports and cloud-managed requirements.',
    source: methods,
    holds: (facts) => facts.signsIn('chatgpt') || facts.signsIn('device_code'),
  },
  'access-token-later': {
    kind: 'note',
    question: 'local',
    text: 'Access tokens came after guide 2026-03: for the CLI alone, made by an admin, with an end date. Give each an owner.',
    source: 'Vendor’s material, autumn 2026: Codex access tokens',
    holds: (facts) => facts.signsIn('access_token'),
  },
  'cloud-needs-chatgpt': {
    kind: 'note',
    question: 'chatgpt',
    text: 'Codex cloud, code review, Slack and Linear take ChatGPT sign-in alone.',
    source: methods,
    holds: (facts) => hasCloud(facts),
  },
};

/** What the answers bring with them, contradictions first. */
export function authenticationConsequences(ground: AuthenticationGround): Consequence[] {
  const facts = factsOf(ground);
  return Object.entries(rules)
    .filter(([, { holds }]) => holds(facts))
    .map(([id, { holds: _holds, ...rule }]) => ({ id, ...rule }));
}
