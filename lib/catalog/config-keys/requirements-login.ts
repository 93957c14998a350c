import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, family, flag, shape, table, text, texts } from './kinds';
import { providerKeys } from './provider-keys';
import { otelKeys } from './otel-keys';

/** How users sign in, where their data lies, and which model answers. */
export const requirementsLogin: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    shape(
      'allowed_login_methods',
      z.array(z.enum(['chatgpt', 'api'])).min(1),
      'Ways to sign in; counts in a file or MDM profile only, not in a cloud policy.',
      {
        values: ['chatgpt', 'api'],
        good: [['chatgpt'], ['api'], ['chatgpt', 'api']],
        bad: [[], ['sso'], 'chatgpt'],
        introduced: '2026-08-05',
        localOnly: true,
        risk: 'high',
        shown: 'allowedLoginMethods',
      },
    ),
    texts(
      'allowed_chatgpt_workspaces',
      'Workspaces whose people may sign in; leaves API keys open, and counts in a file or MDM profile only.',
      {
        good: [['6f1c2f2e-0f3b-4d9e-9a59-0d9b7a2a3c11']],
        bad: ['6f1c2f2e-0f3b-4d9e-9a59-0d9b7a2a3c11'],
        introduced: '2026-08-05',
        localOnly: true,
        risk: 'high',
      },
    ),
    choice(
      'cli_auth_credentials_store',
      ['file', 'keyring', 'auto', 'ephemeral'],
      'The one place where clients keep what a user signed in with.',
      { localOnly: true, risk: 'medium', shown: 'cliAuthCredentialsStore' },
    ),
    text('sqlite_home', 'The one folder of a client’s database; an absolute path.', {
      good: ['/var/lib/codex'],
      introduced: '2026-07-21',
      shown: 'sqliteHome',
    }),
    text('log_dir', 'The one folder of a client’s log; an absolute path.', {
      good: ['/var/log/codex'],
      introduced: '2026-07-21',
      shown: 'logDir',
    }),
    flag('unsafe_enforce_sqlite_journal_mode', 'Whether the database’s journal mode is enforced.'),
    flag('check_for_update_on_startup', 'Whether clients look for a newer version when they start.', {
      introduced: '2026-07-21',
      shown: 'checkForUpdateOnStartup',
    }),
    table('feedback', 'Whether users may send feedback.', {
      good: [{ enabled: false }],
      introduced: '2026-07-21',
      shown: 'feedback',
    }),
    flag('feedback.enabled', 'Whether users may send feedback with logs to OpenAI.', {
      introduced: '2026-07-21',
      risk: 'medium',
      shown: 'feedback',
    }),
    text('model_provider', 'The one provider of models.', {
      good: ['openai'],
      bad: [7, 'unheard-of'],
      risk: 'high',
      shown: 'modelProvider',
    }),
    text('model_catalog_json', 'The one file that lists models; a client does not start without it.', {
      good: [],
      introduced: '2026-07-21',
      risk: 'medium',
      shown: 'modelCatalogJson',
    }),
    ...providerKeys({ shown: 'modelProviders' }),
    ...otelKeys({ inTables: 'refused', inCollectors: 'warned' }),
  ],
);
