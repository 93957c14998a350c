import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, family, flag, shape, table, text, texts } from './kinds';
import { profileKeys } from './permission-profile-keys';

const granular = {
  sandbox_approval: true,
  rules: true,
  skill_approval: true,
  request_permissions: true,
  mcp_elicitations: true,
};

/** When a thread asks, what commands may touch, and what is searched, to start with. */
export const configApprovals: readonly ConfigKey[] = family(
  { form: 'config', source: 'Configuration reference, “config.toml”' },
  [
    shape(
      'approval_policy',
      z.union([
        z.enum(['on-request', 'on-failure', 'never']),
        z.record(z.literal('granular'), z.record(z.string(), z.unknown())),
      ]),
      'When a thread asks a person, to start with.',
      {
        values: ['on-request', 'on-failure', 'never'],
        good: ['on-request', 'never', { granular }],
        bad: ['sometimes', 'untrusted', 7],
        risk: 'high',
        shown: 'approval_policy',
      },
    ),
    table('approval_policy.granular', 'Which questions may be asked, one by one.', {
      needs: ['sandbox_approval', 'rules', 'mcp_elicitations'],
      good: [granular],
      onUnknown: 'silent',
      bad: ['a text', { sandbox_approval: true }],
      risk: 'medium',
      shown: 'approval_policy',
    }),
    ...Object.keys(granular).map((name) =>
      flag(
        `approval_policy.granular.${name}`,
        `Whether questions about ${name.replaceAll('_', ' ')} reach a person.`,
        {
          beside: { approval_policy: { granular } },
          risk: 'medium',
          shown: 'approval_policy',
        },
      ),
    ),
    choice(
      'approvals_reviewer',
      ['user', 'auto_review', 'guardian_subagent'],
      'Who answers approval requests.',
      {
        byDefault: 'user',
        risk: 'high',
        shown: 'approvals_reviewer',
      },
    ),
    table('auto_review', 'The reviewing agent.', { shown: 'auto_review' }),
    text('auto_review.policy', 'What the reviewing agent judges by.', {
      risk: 'medium',
      shown: 'auto_review',
    }),
    flag('allow_login_shell', 'Whether commands may run in a login shell.', {
      byDefault: true,
      risk: 'medium',
      shown: 'allow_login_shell',
    }),
    choice(
      'sandbox_mode',
      ['read-only', 'workspace-write', 'danger-full-access'],
      'What commands may touch, to start with.',
      { risk: 'high', shown: 'sandbox_mode' },
    ),
    table('sandbox_workspace_write', 'What more workspace-write allows.', {
      shown: 'sandbox_workspace_write',
    }),
    texts(
      'sandbox_workspace_write.writable_roots',
      'Folders beside the workspace that commands may change.',
      {
        good: [['/srv/shared']],
        bad: ['/srv/shared'],
        risk: 'high',
        shown: 'sandbox_workspace_write',
      },
    ),
    flag('sandbox_workspace_write.network_access', 'Whether commands have a network.', {
      byDefault: false,
      risk: 'high',
      shown: 'sandbox_workspace_write',
    }),
    flag('sandbox_workspace_write.exclude_tmpdir_env_var', 'Whether the folder of TMPDIR stays closed.', {
      byDefault: false,
      shown: 'sandbox_workspace_write',
    }),
    flag('sandbox_workspace_write.exclude_slash_tmp', 'Whether /tmp stays closed.', {
      byDefault: false,
      shown: 'sandbox_workspace_write',
    }),
    table('windows', 'The sandbox of Windows.', { shown: 'windows' }),
    choice('windows.sandbox', ['elevated', 'unelevated'], 'Which sandbox Windows uses.', {
      risk: 'medium',
      shown: 'windows',
    }),
    flag('windows.sandbox_private_desktop', 'Whether sandboxed programs get a desktop of their own.', {
      shown: 'windows',
    }),
    text('default_permissions', 'Permission profile that a thread starts with.', {
      good: [':read-only', ':workspace'],
      bad: [7, ':unheard-of'],
      risk: 'high',
      shown: 'default_permissions',
    }),
    table('permissions', 'Permission profiles besides those that Codex comes with.', {
      good: [{ acme: { extends: ':workspace' } }],
      beside: { default_permissions: ':workspace' },
      onUnknown: null,
      risk: 'high',
      shown: 'permissions',
    }),
    ...profileKeys('permissions.*', { shown: 'permissions', beside: { default_permissions: ':workspace' } }),
    choice(
      'web_search',
      ['disabled', 'cached', 'indexed', 'live'],
      'How the web is searched, to start with.',
      {
        valueSpans: { indexed: { since: '0.142.0', until: null } },
        byDefault: 'cached',
        risk: 'high',
        shown: 'web_search',
      },
    ),
    table('tools', 'Tools that Codex comes with.', { shown: 'tools' }),
    shape(
      'tools.web_search',
      z.union([z.boolean(), z.record(z.string(), z.unknown())]),
      'How the search tool searches.',
      {
        good: [true, { context_size: 'low' }],
        bad: [7],
        onUnknown: 'silent',
        risk: 'medium',
        shown: 'tools',
      },
    ),
    choice('tools.web_search.context_size', ['low', 'medium', 'high'], 'How much of what is found is read.', {
      shown: 'tools',
    }),
    texts('tools.web_search.allowed_domains', 'Hosts that are searched.', { risk: 'medium', shown: 'tools' }),
    table('tools.web_search.location', 'Where the search is made from.', {
      onUnknown: 'silent',
      shown: 'tools',
    }),
    ...(['city', 'country', 'region', 'timezone'] as const).map((name) =>
      text(`tools.web_search.location.${name}`, `The ${name} the search is made from.`, { shown: 'tools' }),
    ),
    table('projects', 'Folders and whether they are trusted.', {
      good: [{ '/srv/repo': { trust_level: 'trusted' } }],
      onUnknown: null,
      risk: 'high',
      shown: 'projects',
    }),
    table('projects.*', 'A folder, by its path.', { names: ['/srv/repo'], risk: 'high', shown: 'projects' }),
    choice(
      'projects.*.trust_level',
      ['trusted', 'untrusted'],
      'Whether configuration inside the folder counts.',
      {
        names: ['/srv/repo'],
        risk: 'high',
        shown: 'projects',
      },
    ),
  ],
);
