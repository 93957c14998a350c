import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, count, family, shape, table, text, texts } from './kinds';
import { providerKeys } from './provider-keys';

const efforts = 'none, minimal, low, medium, high or xhigh; clients take any word';

/** Which model answers, and what it is told, to start with. */
export const configModel: readonly ConfigKey[] = family(
  { form: 'config', source: 'Configuration reference, “config.toml”' },
  [
    text('model', 'The model that threads start with.', { good: ['gpt-6'], shown: 'model' }),
    text('review_model', 'The model that reviews code.', { good: ['gpt-6'], shown: 'review_model' }),
    text('model_provider', 'The provider that models are asked of.', {
      good: ['openai'],
      bad: [7],
      byDefault: 'openai',
      risk: 'high',
      shown: 'model_provider',
    }),
    ...providerKeys({ shown: 'model_providers' }),
    text('model_reasoning_effort', `How hard the model thinks: ${efforts}.`, {
      good: ['medium'],
      shown: 'model_reasoning_effort',
    }),
    text('plan_mode_reasoning_effort', `How hard the model thinks while it plans: ${efforts}.`, {
      good: ['medium'],
      shown: 'plan_mode_reasoning_effort',
    }),
    choice(
      'model_reasoning_summary',
      ['auto', 'concise', 'detailed', 'none'],
      'How reasoning is summed up.',
      {
        shown: 'model_reasoning_summary',
      },
    ),
    choice('model_verbosity', ['low', 'medium', 'high'], 'How much the model writes.', {
      shown: 'model_verbosity',
    }),
    shape('model_context_window', z.int(), 'Tokens that the model can hold.', {
      bad: ['many'],
      good: [200_000],
      shown: 'model_context_window',
    }),
    shape('model_auto_compact_token_limit', z.int(), 'Tokens at which a thread is summed up.', {
      bad: ['many'],
      good: [150_000],
      shown: 'model_auto_compact_token_limit',
    }),
    text('service_tier', 'How fast requests are served.', { good: ['fast', 'flex'], shown: 'service_tier' }),
    choice('personality', ['none', 'friendly', 'pragmatic'], 'How Codex speaks.', { shown: 'personality' }),
    text('oss_provider', 'The provider of local models.', { good: ['ollama'], shown: 'oss_provider' }),
    count('project_doc_max_bytes', 'Most bytes of AGENTS.md that are read.', {
      byDefault: 32_768,
      good: [32_768],
      shown: 'project_doc_max_bytes',
    }),
    texts('project_doc_fallback_filenames', 'Names of files that are read where there is no AGENTS.md.', {
      good: [['README.md']],
      shown: 'project_doc_fallback_filenames',
    }),
    texts('project_root_markers', 'Names by which the top of a project is found.', {
      byDefault: ['.git'],
      good: [['.git']],
      shown: 'project_root_markers',
    }),
    text('developer_instructions', 'Instructions that threads start with.', {
      risk: 'medium',
      shown: 'developer_instructions',
    }),
    text('model_instructions_file', 'File whose text replaces what the model is told at first.', {
      good: ['/etc/codex/managed_config.toml'],
      risk: 'medium',
      shown: 'model_instructions_file',
    }),
    text('compact_prompt', 'What the model is told when a thread is summed up.', { shown: 'compact_prompt' }),
    shape(
      'profile',
      z.never({ error: 'clients of today refuse it' }),
      'A profile by an older way to write it; clients of today refuse it.',
      {
        good: [],
        bad: ['work', 7],
        shown: null,
      },
    ),
    table('profiles', 'Profiles by an older way to write them; current clients pass over them.', {
      good: [],
      onUnknown: null,
    }),
  ],
);
