import { links } from './links';

/** One claim of the vendor's, in the words of the guide, and what it does not say. */
export type PostureClaim = { title: string; claim: string; mind: string };

/** Row P1: what the vendor says of security and privacy. Source: guide 2026-03, “Enterprise-grade security and privacy”. */
export const postureClaims: readonly PostureClaim[] = [
  {
    title: 'No training on enterprise data',
    claim: 'The vendor says it does not train on enterprise data.',
    mind: 'API keys follow the sharing settings of the API organization instead.',
  },
  {
    title: 'Zero data retention for the app, CLI and IDE extension',
    claim: 'The vendor says code stays in the developer’s environment.',
    mind: 'Codex keeps transcripts on the developer’s computer unless its history is turned off. Cloud tasks follow Enterprise retention.',
  },
  {
    title: 'Residency and retention',
    claim: 'The vendor says both follow ChatGPT Enterprise policies.',
    mind: 'API keys follow the retention of the API organization.',
  },
  {
    title: 'Granular user access controls',
    claim: 'Workspace settings and custom roles decide who may use what.',
    mind: 'Steps 1 and 2 set them; until then the workspace defaults hold.',
  },
  {
    title: 'Encryption',
    claim: 'The vendor says data is encrypted with AES-256 at rest and TLS 1.2+ in transit.',
    mind: 'What lies on a developer’s computer is protected by that computer.',
  },
];

/** Row P2: the two environments side by side. Source: guide 2026-03, “Local vs. cloud setup”. */
export const environmentRows: readonly { term: string; local: string; cloud: string }[] = [
  {
    term: 'What belongs to it',
    local: 'Codex app, CLI, IDE extension',
    cloud: 'Codex web, iOS, code review, tasks from Slack or Linear',
  },
  {
    term: 'Where the agent runs',
    local: 'On the developer’s computer, in a sandbox',
    cloud: 'In a hosted container with your codebase',
  },
  {
    term: 'How people sign in',
    local: 'ChatGPT or API key; device code for the CLI',
    cloud: 'ChatGPT alone',
  },
  {
    term: 'What it needs',
    local: 'Allow members to use Codex Local',
    cloud: 'Repositories on GitHub, the connector, Allow members to use Codex cloud',
  },
  {
    term: 'What bounds it',
    local: 'Requirements and managed defaults (Step 3)',
    cloud: 'Environments, agent internet access, connector permissions (Steps 1 and 4)',
  },
  {
    term: 'Network of the agent',
    local: 'Off unless allowed',
    cloud: 'Off unless allowed in an environment',
  },
];

/** The vendor's pages behind both. */
export const postureLinks = [links.guide, links.security, links.authentication];
