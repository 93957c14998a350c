import type { LoginMethod } from '#lib/domain/login/login-methods';
import type { OptionText } from './baseline';

/** How local clients may sign in: each choice in words. Source: admin guide, step 3, and Authentication. */
export const loginTexts: Readonly<Record<LoginMethod, OptionText>> = {
  any: {
    label: 'No restriction on the method',
    meaning: 'People sign in to the app, the CLI and the IDE extension with ChatGPT or with an API key.',
    consequence:
      'An API key answers to the API organization it belongs to: no workspace permissions, no cloud policy, no Compliance exports.',
  },
  chatgpt: {
    label: 'ChatGPT only',
    meaning: 'Local clients refuse API keys and log out whoever uses one.',
    consequence:
      'Workspace permissions, retention, cloud policy and Compliance exports hold for everybody. Build machines need another way in.',
  },
  api: {
    label: 'API key only',
    meaning: 'Local clients refuse ChatGPT sign-in and log out whoever uses it.',
    consequence:
      'No cloud policy reaches these clients, and their use is not in Compliance exports. Codex cloud cannot be used with an API key.',
  },
};

/** What a list of workspaces means. */
export const loginWorkspaceWords = {
  label: 'ChatGPT workspaces people may sign in to',
  hint: 'One id a line, as ChatGPT shows it under Workspace details. Leave it empty to allow any workspace.',
  consequence: 'Whoever is signed in to another workspace, a personal one for example, is logged out.',
} as const;

/** File and key that carry the restriction, and what each is good for. */
export const loginWrittenTo: readonly { key: string; words: string }[] = [
  {
    key: 'managed_config.toml: forced_login_method, forced_chatgpt_workspace_id',
    words: 'For clients of any age. On Linux and Windows as strong as the rights on the file.',
  },
  {
    key: 'requirements.toml: allowed_login_methods, allowed_chatgpt_workspaces',
    words:
      'For clients since August 2026; older ones pass over both keys. They count in a file or an MDM profile and have no effect in a cloud policy.',
  },
];
