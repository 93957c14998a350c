import type {
  AuthenticationQuestion,
  chatgptMethods,
  localMethods,
  mfaChoices,
  restrictionChoices,
} from '#lib/domain/authentication/authentication';

/** A choice in the vendor's words, and what it means. */
export type ChoiceText = { label: string; second: string };

type Texts<Keys extends readonly string[]> = Readonly<Record<Keys[number], ChoiceText>>;

/** How people may sign in to Codex local. Source: vendor's page “Authentication”, March 2026. */
export const localMethodTexts: Texts<typeof localMethods> = {
  chatgpt: { label: 'ChatGPT sign-in', second: 'App, CLI and IDE extension; the default' },
  api_key: { label: 'API key', second: 'App, CLI and IDE extension; not for cloud' },
  device_code: { label: 'Device code', second: 'CLI where no browser opens; needs toggle 1.2' },
  access_token: { label: 'Access token', second: 'CLI alone; came in autumn 2026' },
};

/** How people sign in to ChatGPT. */
export const chatgptMethodTexts: Texts<typeof chatgptMethods> = {
  sso: { label: 'SSO', second: 'Your identity provider' },
  password: { label: 'E-mail and password', second: 'ChatGPT’s own' },
  social: { label: 'Social sign-in', second: 'An account with another provider' },
};

/** Who enforces MFA. */
export const mfaTexts: Texts<typeof mfaChoices> = {
  identity_provider: {
    label: 'The identity provider',
    second: 'Whoever signs in through it meets a second factor there.',
  },
  chatgpt: { label: 'ChatGPT', second: 'MFA is on for each ChatGPT account.' },
  both: { label: 'Both', second: 'The identity provider for some, ChatGPT for the others.' },
  nobody: { label: 'Nobody', second: 'People may turn it on for themselves.' },
};

/** What local clients are to be restricted to. */
export const restrictionTexts: Texts<typeof restrictionChoices> = {
  none: { label: 'No restriction', second: 'Any method and any workspace.' },
  method: { label: 'The login method', second: 'forced_login_method: ChatGPT or API keys, one of the two.' },
  workspace: { label: 'The workspace', second: 'forced_chatgpt_workspace_id: your workspace alone.' },
  both: { label: 'Method and workspace', second: 'Both keys, in managed configuration.' },
};

/** The questions of the review. */
export const questionTexts: Readonly<Record<AuthenticationQuestion, string>> = {
  local: 'How do people sign in to Codex local?',
  chatgpt: 'How do people sign in to ChatGPT?',
  mfa: 'Who enforces MFA?',
  restriction: 'What are local clients to be restricted to?',
};
