import type { Visibility } from '#lib/domain/environments/environment';
import type { IntegrationState } from '#lib/domain/integrations/integration';
import type { CodeReviewState, ConnectorState } from '#lib/domain/repositories/repository';

type Words = { label: string; meaning: string };

/** What each connector state means. */
export const connectorTexts: Readonly<Record<ConnectorState, Words>> = {
  allowed: { label: 'Allowed', meaning: 'The connector may reach the repository.' },
  not_allowed: {
    label: 'Not allowed',
    meaning: 'The connector may not reach it, so no cloud task and no review can run.',
  },
};

/** Row 4.4: what each code-review state means. */
export const codeReviewTexts: Readonly<Record<CodeReviewState, Words>> = {
  off: { label: 'Off', meaning: 'No review runs, also not when somebody asks for one.' },
  on: { label: 'On', meaning: 'A review runs when somebody asks for it with @codex review.' },
  automatic: {
    label: 'Automatic',
    meaning: 'A review also runs by itself when a pull request is opened for review.',
  },
  personal: {
    label: 'Follow personal preferences',
    meaning: 'Each person chooses whether their own pull requests are reviewed, and when.',
  },
};

/** Who sees an environment. */
export const visibilityTexts: Readonly<Record<Visibility, Words>> = {
  workspace: {
    label: 'Workspace',
    meaning: 'Everybody in the workspace who may use the repository can use it.',
  },
  private: { label: 'Private', meaning: 'Only whoever made it and the collaborators see it.' },
};

/** Where an integration stands, on a screen. */
export const integrationStateTexts: Readonly<Record<IntegrationState, string>> = {
  not_set_up: 'Not set up',
  set_up: 'Set up',
  left_out: 'Left out on purpose',
};
