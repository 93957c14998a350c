import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { links } from './links';

/** One thing to do in the vendor's console. */
export type ConsoleStep = { text: string; link: GuideLink | null };

/** A sentence of the guide with where it stands. */
export type GuideSentence = { title: string; text: string; source: string };

/** Row 4.1: how Codex cloud is connected to repositories, in order. */
export const connectionSteps: readonly ConsoleStep[] = [
  { text: 'Open Codex and select Get started.', link: links.codex },
  {
    text: 'Select Connect to GitHub to install the ChatGPT GitHub Connector, if GitHub is not connected to ChatGPT yet.',
    link: null,
  },
  {
    text: 'Install or authorize the ChatGPT GitHub Connector. A GitHub admin may have to approve it.',
    link: null,
  },
  {
    text: 'Choose an installation target for the ChatGPT Connector, typically your main organization.',
    link: null,
  },
  { text: 'Allow the repositories you want to connect to Codex.', link: links.cloudEnvironments },
];

/** Row 4.1: what else decides whether a connection is possible. */
export const connectionNotes: readonly GuideSentence[] = [
  {
    title: 'Enterprise Managed Users',
    text: 'An organization owner installs the Codex GitHub App first; only then can people connect.',
    source: 'Vendor’s documentation, May 2026',
  },
  {
    title: 'Not on GitHub.com',
    text: 'Codex cloud works with repositories in the cloud of GitHub. GitLab and GitHub Enterprise Server are not supported; code kept elsewhere can use the Codex SDK.',
    source: 'Guide 2026-03, Step 1, “Prerequisites”; vendor’s documentation, autumn 2026',
  },
];

/** Row 4.2: what the connector does. */
export const connectorFacts: readonly GuideSentence[] = [
  {
    title: 'Short-lived tokens with the least rights',
    text: 'For each operation Codex uses a GitHub App installation token that lives shortly and may only what the operation needs.',
    source: 'Guide 2026-03, Step 4: “short-lived, least-privilege GitHub App installation tokens”',
  },
  {
    title: 'The user’s own permissions',
    text: 'What somebody may not do on GitHub, Codex may not do for them.',
    source: 'Guide 2026-03, Step 4: “respects the user’s existing GitHub repository permissions”',
  },
  {
    title: 'Branch protection',
    text: 'Rules that protect a branch hold for Codex as for everybody.',
    source: 'Guide 2026-03, Step 4: “and branch protection rules”',
  },
];

/** Row 4.4: what to look at, in order, when a review does not run. */
export const reviewTroubles: readonly string[] = [
  'Code review is turned on for this repository under Settings → Code review.',
  'Codex cloud is set up for the repository: the connector may reach it, and an environment exists.',
  'The comment says exactly @codex review, with nothing before it.',
  'What happened on the pull request matches the trigger: automatic reviews run when it is opened for review.',
];

/** Row 4.6: what one decides about an environment, and what each field does. */
export const environmentFields: readonly GuideSentence[] = [
  { title: 'Image', text: 'universal, with the versions of runtimes set by “Set package versions”.' },
  { title: 'Automatic setup', text: 'Covers npm, yarn, pnpm, pip, pipenv and poetry.' },
  {
    title: 'Setup script',
    text: 'Runs in its own Bash session and has internet. An export does not outlive it: use ~/.bashrc or environment variables.',
  },
  {
    title: 'Maintenance script',
    text: 'Optional. Runs when a cached container resumes on another commit.',
  },
  { title: 'Environment variables', text: 'Are there for the whole task.' },
  {
    title: 'Secrets',
    text: 'Are there in the setup only, with another layer of encryption; the agent does not see them.',
  },
  {
    title: 'Cache',
    text: 'Lives up to 12 hours and is shared by everybody who uses the environment. Changing scripts, variables or secrets empties it; so does “Reset cache”.',
  },
  { title: 'Network', text: 'Always goes through an HTTP and HTTPS proxy.' },
].map((field) => ({ ...field, source: 'Vendor’s documentation, “Cloud environments”' }));

/** Row 4.6: how an environment is created, in order. */
export const environmentSteps: readonly string[] = [
  'Select Environments, or open the environment selector and select Manage Environments.',
  'Select Create Environment, and the repository most relevant to your developers.',
  'Enter a name and description, and select the visibility.',
  'Add the e-mail addresses of collaborators to give them edit access.',
  'Select Create Environment, and start a few starter tasks.',
];
