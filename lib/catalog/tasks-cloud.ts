import type { TaskDefinition } from '#lib/domain/rollout/task';
import { attested } from './attested';

const byHand = { basis: 'attested', surface: 'cloud', duty: 'it' } as const;
const integrations = 'Guide 2026-03, Step 4: “Additional integration docs for Slack, GitHub, and Linear”';

/** Tasks of Step 4. */
export const cloudTasks: readonly TaskDefinition[] = [
  {
    ...byHand,
    id: 'cloud.repositories',
    title: 'Codex cloud connected to the repositories',
    action: 'Connect Codex cloud to the repositories',
    rows: ['4.1'],
    decidedBy: attested({ kind: 'repositories' }),
    source: 'Guide 2026-03, Step 4, “Connect Codex cloud to repositories”',
  },
  {
    ...byHand,
    id: 'cloud.connector_tokens',
    title: 'What the connector may do, reviewed',
    action: 'Review what the connector may do',
    rows: ['4.2'],
    decidedBy: attested({ kind: 'guide' }),
    source: 'Guide 2026-03, Step 4: “short-lived, least-privilege GitHub App installation tokens”',
  },
  {
    id: 'cloud.egress',
    title: 'Egress IP ranges checked and allowed',
    action: 'Check the egress IP ranges and update the allow list',
    rows: ['4.3'],
    basis: 'derived',
    surface: 'cloud',
    duty: 'it',
    decidedBy: { kind: 'egress' },
    source: 'Guide 2026-03, Step 4, “Configure IP addresses (as needed)”',
  },
  {
    ...byHand,
    id: 'cloud.code_review',
    title: 'Code review enabled per repository',
    action: 'Enable code review for the repositories',
    rows: ['4.4'],
    decidedBy: attested({ kind: 'code_review' }),
    source: 'Guide 2026-03, Step 4, “Enable code review with Codex cloud”',
  },
  {
    ...byHand,
    id: 'cloud.integration.slack',
    title: 'Slack integration set up, or left out on purpose',
    action: 'Set up the Slack integration, or leave it out on purpose',
    rows: ['4.5'],
    decidedBy: { kind: 'integration', key: 'slack' },
    source: integrations,
  },
  {
    ...byHand,
    id: 'cloud.integration.github',
    title: 'GitHub integration set up, or left out on purpose',
    action: 'Set up the GitHub integration, or leave it out on purpose',
    rows: ['4.5'],
    decidedBy: { kind: 'integration', key: 'github' },
    source: integrations,
  },
  {
    ...byHand,
    id: 'cloud.integration.linear',
    title: 'Linear integration set up, or left out on purpose',
    action: 'Set up the Linear integration, or leave it out on purpose',
    rows: ['4.5'],
    decidedBy: { kind: 'integration', key: 'linear' },
    source: integrations,
  },
  {
    ...byHand,
    id: 'cloud.environment',
    title: 'First environment created and tried',
    action: 'Create the first environment and try a task in it',
    rows: ['4.6'],
    decidedBy: attested({ kind: 'environments' }),
    source: 'The guide before 2026-03, “Set up your first Codex cloud environment”',
  },
  {
    ...byHand,
    id: 'cloud.instructions',
    title: 'Set-up instructions shared with users',
    action: 'Share the set-up instructions with users',
    rows: ['4.6'],
    decidedBy: attested({ kind: 'instructions' }),
    source: 'The guide before 2026-03, “Share setup instructions with users”',
  },
];
