import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { hookKeys } from './hook-keys';
import { choice, family, flag, shape, table, tables, text } from './kinds';

const rule = { pattern: [{ token: 'rm' }], decision: 'forbidden' };
const beside = { rules: { prefix_rules: [rule] } };

/** Rules on commands and hooks that hold whatever a user writes. */
export const requirementsRules: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    table('rules', 'Rules on commands that no other file can loosen.', {
      needs: ['prefix_rules'],
      good: [{ prefix_rules: [rule] }],
      bad: ['a text', {}],
      risk: 'high',
    }),
    tables(
      'rules.prefix_rules',
      'Rules on commands by the words they begin with; the strictest that matches counts.',
      {
        good: [[rule], [{ ...rule, decision: 'prompt' }]],
        bad: ['a text', [], [{ pattern: [{ token: 'rm' }] }]],
        risk: 'high',
      },
    ),
    tables('rules.prefix_rules[].pattern', 'The first words of a command, each one word or one of several.', {
      good: [[{ token: 'git' }, { any_of: ['push', 'fetch'] }]],
      bad: [[], 'rm', [{ token: 'rm', any_of: ['rm'] }], [{}]],
      beside,
      risk: 'high',
    }),
    text('rules.prefix_rules[].pattern[].token', 'The word that has to stand here.', {
      good: ['git'],
      bad: [7, ''],
      beside,
      risk: 'high',
    }),
    shape(
      'rules.prefix_rules[].pattern[].any_of',
      z.array(z.string()),
      'The words of which one has to stand here.',
      {
        good: [['push', 'fetch']],
        bad: [[], 'push', ['']],
        beside: { rules: { prefix_rules: [{ pattern: [{}], decision: 'forbidden' }] } },
        risk: 'high',
      },
    ),
    choice(
      'rules.prefix_rules[].decision',
      ['prompt', 'prompt-user', 'forbidden'],
      'What happens to such a command.',
      {
        valueSpans: { 'prompt-user': { since: '0.169.0', until: null } },
        bad: ['allow', 'deny', 7],
        beside,
        risk: 'high',
      },
    ),
    text('rules.prefix_rules[].justification', 'Why, in words that the user gets to read.', {
      good: ['Use the release pipeline.'],
      bad: ['', 7],
      beside,
    }),
    flag('rules.prefix_rules[].canonical_matching', 'Whether the program’s own path is compared.', {
      beside,
    }),
    ...hookKeys('hooks', { shown: 'hooks', introduced: '2026-04-22' }),
    text('hooks.managed_dir', 'Folder on each machine that holds the programs of hooks.', {
      good: ['/opt/codex'],
      introduced: '2026-04-22',
      risk: 'high',
      shown: 'hooks',
    }),
    text('hooks.windows_managed_dir', 'Folder on Windows machines that holds the programs of hooks.', {
      good: ['C:\\codex'],
      introduced: '2026-04-22',
      risk: 'high',
      shown: 'hooks',
    }),
    flag('allow_managed_hooks_only', 'Whether hooks of users, projects and plugins are passed over.', {
      introduced: '2026-05-12',
      risk: 'medium',
      shown: 'allowManagedHooksOnly',
    }),
  ],
);
