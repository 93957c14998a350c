import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, count, family, flag, named, shape, table, text, texts } from './kinds';
import { otelKeys } from './otel-keys';

const notices = {
  hide_full_access_warning: 'the warning about full access',
  hide_world_writable_warning: 'the warning about folders that everybody can write',
  hide_rate_limit_model_nudge: 'the hint about another model at a limit',
  hide_gpt5_1_migration_prompt: 'the question about GPT-5.1',
  '"hide_gpt-5.1-codex-max_migration_prompt"': 'the question about GPT-5.1 Codex Max',
} as const;

/** What is recorded and kept, how users sign in, what commands inherit, what is shown. */
export const configData: readonly ConfigKey[] = family(
  { form: 'config', source: 'Configuration reference, “config.toml”' },
  [
    ...otelKeys({ inTables: 'warned', inCollectors: 'silent' }),
    table('analytics', 'Usage metrics for OpenAI.', { shown: 'analytics' }),
    flag('analytics.enabled', 'Whether usage metrics go to OpenAI.', { risk: 'medium', shown: 'analytics' }),
    table('feedback', 'Feedback for OpenAI.', { shown: 'feedback' }),
    flag('feedback.enabled', 'Whether users may send feedback with logs.', {
      byDefault: true,
      risk: 'medium',
      shown: 'feedback',
    }),
    table('history', 'The history of messages on the user’s machine.', {
      good: [{ persistence: 'none' }],
      shown: 'history',
    }),
    choice('history.persistence', ['save-all', 'none'], 'Whether messages are kept.', {
      byDefault: 'save-all',
      risk: 'medium',
      shown: 'history',
    }),
    count('history.max_bytes', 'Most bytes that are kept.', { good: [100_000], shown: 'history' }),
    text('log_dir', 'Folder of the client’s log.', { good: ['/var/log/codex'], shown: 'log_dir' }),
    text('sqlite_home', 'Folder of the client’s database.', {
      good: ['/var/lib/codex'],
      shown: 'sqlite_home',
    }),
    flag('hide_agent_reasoning', 'Whether the agent’s reasoning is hidden.', {
      shown: 'hide_agent_reasoning',
    }),
    flag('show_raw_agent_reasoning', 'Whether the agent’s raw reasoning is shown.', {
      shown: 'show_raw_agent_reasoning',
    }),
    choice('forced_login_method', ['chatgpt', 'api'], 'The one way to sign in.', {
      risk: 'high',
      shown: 'forced_login_method',
    }),
    shape(
      'forced_chatgpt_workspace_id',
      z.union([z.string(), z.array(z.string())]),
      'The workspace, or the workspaces, whose people may sign in.',
      {
        valueSpans: { '[]': { since: '0.131.0', until: null } },
        good: ['6f1c2f2e-0f3b-4d9e-9a59-0d9b7a2a3c11', ['6f1c2f2e-0f3b-4d9e-9a59-0d9b7a2a3c11']],
        bad: [7],
        risk: 'high',
        shown: 'forced_chatgpt_workspace_id',
      },
    ),
    choice(
      'cli_auth_credentials_store',
      ['file', 'keyring', 'auto', 'ephemeral'],
      'Where clients keep what a user signed in with.',
      { risk: 'medium', shown: 'cli_auth_credentials_store' },
    ),
    text('chatgpt_base_url', 'Address at which clients look for ChatGPT.', {
      good: ['https://chatgpt.com/backend-api/'],
      risk: 'high',
      shown: 'chatgpt_base_url',
    }),
    table('shell_environment_policy', 'Which environment variables commands get.', {
      good: [{ inherit: 'core' }],
      shown: 'shell_environment_policy',
    }),
    choice('shell_environment_policy.inherit', ['all', 'core', 'none'], 'Which variables are handed on.', {
      byDefault: 'all',
      risk: 'high',
      shown: 'shell_environment_policy',
    }),
    flag(
      'shell_environment_policy.ignore_default_excludes',
      'Whether variables named like keys, secrets and tokens are handed on; false holds them back.',
      { byDefault: true, risk: 'high', shown: 'shell_environment_policy' },
    ),
    texts('shell_environment_policy.exclude', 'Patterns of variables that are held back.', {
      risk: 'medium',
      shown: 'shell_environment_policy',
    }),
    texts('shell_environment_policy.include_only', 'Patterns of the only variables that are handed on.', {
      risk: 'medium',
      shown: 'shell_environment_policy',
    }),
    named(
      'shell_environment_policy.set',
      'Variables and their values; a secret here can be read on every machine.',
      {
        risk: 'high',
        shown: 'shell_environment_policy',
      },
    ),
    flag(
      'shell_environment_policy.experimental_use_profile',
      'Whether commands run with the user’s shell profile.',
      {
        risk: 'medium',
        shown: 'shell_environment_policy',
      },
    ),
    flag('check_for_update_on_startup', 'Whether clients look for a newer version when they start.', {
      byDefault: true,
      shown: 'check_for_update_on_startup',
    }),
    table('notice', 'Notices that users have seen.', { shown: 'notice' }),
    ...Object.entries(notices).map(([name, what]) =>
      flag(`notice.${name}`, `Whether ${what} is hidden.`, { shown: 'notice' }),
    ),
    named('notice.model_migrations', 'Models that users were told of.', { shown: 'notice' }),
    flag('suppress_unstable_features_warning', 'Whether the warning about unfinished features is hidden.', {
      shown: 'suppress_unstable_features_warning',
    }),
    choice(
      'file_opener',
      ['vscode', 'vscode-insiders', 'windsurf', 'cursor', 'none'],
      'Program that opens files from a link.',
      { shown: 'file_opener' },
    ),
  ],
);
