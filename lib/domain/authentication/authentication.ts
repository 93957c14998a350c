import { z } from 'zod';

/** How people can sign in to Codex local. `access_token` came after the guide of March 2026. */
export const localMethods = ['chatgpt', 'api_key', 'device_code', 'access_token'] as const;

/** How people sign in to ChatGPT itself. */
export const chatgptMethods = ['sso', 'password', 'social'] as const;

/** Who makes people use a second factor. */
export const mfaChoices = ['identity_provider', 'chatgpt', 'both', 'nobody'] as const;

/** What local clients are to be restricted to; Step 3 carries it out. */
export const restrictionChoices = ['none', 'method', 'workspace', 'both'] as const;

export type LocalMethod = (typeof localMethods)[number];
export type ChatgptMethod = (typeof chatgptMethods)[number];

/** Every answer of the authentication review; null while a question is open. */
export type AuthenticationAnswers = {
  local: readonly LocalMethod[] | null;
  chatgpt: readonly ChatgptMethod[] | null;
  mfa: (typeof mfaChoices)[number] | null;
  restriction: (typeof restrictionChoices)[number] | null;
};

/** The questions of the review, in order. */
export const authenticationQuestions = ['local', 'chatgpt', 'mfa', 'restriction'] as const;

export type AuthenticationQuestion = (typeof authenticationQuestions)[number];

/** The review of a workspace; version 0 while nobody answered anything. */
export type AuthenticationReview = { answers: AuthenticationAnswers; version: number };

/** A review nobody has begun. */
export const notReviewedYet: AuthenticationReview = {
  answers: { local: null, chatgpt: null, mfa: null, restriction: null },
  version: 0,
};

/** A list as people tick it: each once, in the order of the choices; nothing ticked is no answer. */
const ticked = <const T extends readonly string[]>(choices: T) =>
  z
    .array(z.enum(choices))
    .nullable()
    .transform((found): T[number][] | null => {
      const held = choices.filter((choice) => found?.some((one) => one === choice));
      return held.length === 0 ? null : held;
    });

/** Fields of a review, as doors take them; null leaves a question open. */
export const authenticationFields = {
  local: ticked(localMethods),
  chatgpt: ticked(chatgptMethods),
  mfa: z.enum(mfaChoices, 'Choose who enforces MFA.').nullable(),
  restriction: z.enum(restrictionChoices, 'Choose what is restricted.').nullable(),
};

/** A review as stored. */
export const storedAnswers = z.object({
  local: z.array(z.enum(localMethods)).nullable(),
  chatgpt: z.array(z.enum(chatgptMethods)).nullable(),
  mfa: z.enum(mfaChoices).nullable(),
  restriction: z.enum(restrictionChoices).nullable(),
});

/** A review as doors hand it out. */
export const authenticationView = storedAnswers.extend({ version: z.int() });

/** The view of a stored review. */
export function toAuthenticationView({
  answers,
  version,
}: AuthenticationReview): z.infer<typeof authenticationView> {
  const { local, chatgpt, ...rest } = answers;
  return { local: local && [...local], chatgpt: chatgpt && [...chatgpt], ...rest, version };
}

/** The review after answering; `current` itself where nothing changes and something was answered before. */
export function answerReview(
  current: AuthenticationReview,
  answers: AuthenticationAnswers,
): AuthenticationReview {
  const isSame = authenticationQuestions.every(
    (question) => String(current.answers[question]) === String(answers[question]),
  );
  return isSame && current.version > 0 ? current : { answers, version: current.version + 1 };
}
