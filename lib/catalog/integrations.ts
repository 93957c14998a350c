import type { IntegrationDefinition, IntegrationKey } from '#lib/domain/integrations/integration';
import { links } from './links';

const source = 'Guide 2026-03, Step 4: “Additional integration docs for Slack, GitHub, and Linear”';

/** What the guide and the vendor's pages say of each integration. */
export const integrations: Readonly<Record<IntegrationKey, IntegrationDefinition>> = {
  slack: {
    label: 'Slack',
    whereToClick: ['Codex', 'Settings', 'Connectors', 'Slack'],
    place: links.connectors,
    link: links.slack,
    needsOn: ['codex.cloud'],
    needsDecided: ['codex.slack_answers'],
    needsEnvironment: true,
    needs: [
      'GitHub connected, and at least one environment.',
      'A Slack admin may have to approve the app.',
      'Add @Codex to each channel in which it is to be used.',
    ],
    facts: [
      'A mention of @Codex starts a cloud task with the message and its thread.',
      'It takes the environment that fits best, else the one used last, and the default branch of the first repository in it.',
      'Whether the whole answer or only a link is posted is a toggle of Step 1.',
    ],
    source,
  },
  github: {
    label: 'GitHub',
    whereToClick: ['Codex', 'Settings', 'Code review'],
    place: links.codeReview,
    link: links.github,
    needsOn: ['codex.github_connector', 'codex.cloud'],
    needsDecided: [],
    needsEnvironment: false,
    needs: ['The connector installed for the organization, and the repositories allowed.'],
    facts: [
      '@codex review on a pull request asks for a review; it answers with a reaction, then reports the most serious findings only (P0 and P1).',
      'Any other mention of @codex starts a cloud task with the pull request as its context.',
      'Review guidelines come from the nearest AGENTS.md.',
    ],
    source,
  },
  linear: {
    label: 'Linear',
    whereToClick: ['ChatGPT', 'Admin', 'Connectors', 'Codex for Linear'],
    place: links.adminConnectors,
    link: links.linear,
    needsOn: ['codex.cloud'],
    needsDecided: [],
    needsEnvironment: true,
    needs: [
      'Codex for Linear turned on in the connector settings and installed in Linear.',
      'Each person links an account by mentioning @Codex once.',
    ],
    facts: [
      'Assigning an issue to Codex, or mentioning @Codex in it, starts a cloud task.',
      'A triage rule can delegate issues by itself; it runs as whoever wrote the issue.',
    ],
    source,
  },
};
