import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choices, family, flag, shape, table, text, texts } from './kinds';

const granularKeys = {
  sandbox_approval: 'questions to leave the sandbox',
  rules: 'questions that a rule demands',
  mcp_elicitations: 'questions of MCP servers',
  request_permissions: 'requests for more permissions',
  skill_approval: 'questions before a skill runs',
} as const;

const granular = {
  sandbox_approval: true,
  rules: true,
  skill_approval: true,
  request_permissions: true,
  mcp_elicitations: true,
};

/** Clients count a token for four bytes and add some for what they put around the text. */
const mostInstructionBytes = 39_800;
const isBrief = (text: string) => new TextEncoder().encode(text).length <= mostInstructionBytes;

/** Which approvals and which reviewers requirements allow, and what the reviewer is told. */
export const requirementsApprovals: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    shape(
      'allowed_approval_policies',
      z
        .array(
          z.union([
            z.enum(['untrusted', 'on-failure', 'on-request', 'never']),
            z.record(z.literal('granular'), z.record(z.string(), z.unknown())),
          ]),
        )
        .min(1),
      'Approval policies a user may choose; a user who asks for another gets the first of the list.',
      {
        values: ['untrusted', 'on-failure', 'on-request', 'never'],
        onUnknown: 'refused',
        good: [['on-request'], ['on-request', 'never'], ['untrusted'], [{ granular }]],
        bad: [[], ['sometimes'], 'on-request'],
        risk: 'high',
        shown: 'allowedApprovalPolicies',
      },
    ),
    table('allowed_approval_policies[].granular', 'Which questions may be asked, one by one.', {
      needs: ['sandbox_approval', 'rules', 'mcp_elicitations'],
      good: [granular],
      bad: ['a text', { sandbox_approval: true }],
      onUnknown: 'warned',
      shown: 'allowedApprovalPolicies',
    }),
    ...Object.entries(granularKeys).map(([name, what]) =>
      flag(`allowed_approval_policies[].granular.${name}`, `Whether ${what} reach a person.`, {
        beside: { allowed_approval_policies: [{ granular }] },
        risk: 'medium',
        shown: 'allowedApprovalPolicies',
      }),
    ),
    shape(
      'allowed_approvals_reviewers',
      z.array(z.enum(['user', 'auto_review', 'guardian_subagent'])).min(1),
      'Who may answer approval requests: the user, or a reviewing agent; the first of the list is the fallback.',
      {
        values: ['user', 'auto_review', 'guardian_subagent'],
        valueSpans: { auto_review: { since: '0.124.0', until: null } },
        good: [['user'], ['auto_review', 'user'], ['guardian_subagent']],
        bad: [[], ['nobody'], 'user'],
        introduced: '2026-04-06',
        risk: 'high',
        shown: 'allowedApprovalsReviewers',
      },
    ),
    table('auto_review', 'Where the reviewing agent has to decide.', {
      good: [{ required_on_models: ['gpt-6'] }],
      introduced: '2026-08-07',
      shown: 'autoReview',
    }),
    shape(
      'auto_review.required_on_models',
      z.array(z.string().regex(/^[^/]*$/)),
      'Models that run with the reviewing agent only, by bare name.',
      {
        good: [['gpt-6']],
        bad: ['gpt-6', ['openai/gpt-6']],
        introduced: '2026-08-07',
        shown: 'autoReview',
      },
    ),
    texts('auto_review.ignore_rules', 'Rules that the reviewing agent passes over.', {
      introduced: '2026-08-08',
      risk: 'medium',
      shown: 'autoReview',
    }),
    text(
      'guardian_policy_config',
      'What the reviewing agent judges by, in place of the customer’s part of its policy.',
      {
        introduced: '2026-03-17',
        risk: 'medium',
      },
    ),
    text('guardian_extra_policy', 'What the reviewing agent judges by as well.', { risk: 'medium' }),
    shape(
      'additional_developer_instructions',
      z.string().refine(isBrief, 'at most 10,000 tokens, which is about 39,000 letters'),
      'Instructions that every thread gets and no user can leave out.',
      {
        risk: 'medium',
        good: ['some text'],
        bad: [7],
        shown: 'additionalDeveloperInstructions',
      },
    ),
    choices(
      'allowed_web_search_modes',
      ['disabled', 'cached', 'indexed', 'live'],
      'Kinds of web search a user may choose; disabled is always among them.',
      {
        valueSpans: { indexed: { since: '0.142.0', until: null } },
        good: [['cached'], [], ['disabled', 'cached', 'indexed', 'live']],
        bad: [['sometimes'], 'cached'],
        risk: 'high',
        shown: 'allowedWebSearchModes',
      },
    ),
    table('models', 'What new threads start with.', {
      good: [{ new_thread: { model: 'gpt-6' } }],
      introduced: '2026-06-26',
      shown: 'models',
    }),
    table('models.new_thread', 'What new threads of the apps start with; a user may change it.', {
      introduced: '2026-06-26',
      good: [{ model: 'gpt-6' }],
      shown: 'models',
    }),
    ...(['model', 'model_reasoning_effort', 'service_tier'] as const).map((name) =>
      text(
        `models.new_thread.${name}`,
        `The ${name.replaceAll('_', ' ')} that new threads of the apps start with.`,
        {
          good: ['medium'],
          introduced: '2026-06-26',
          shown: 'models',
        },
      ),
    ),
  ],
);
