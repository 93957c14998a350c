import type { Panel, StepDefinition } from '#lib/domain/rollout/step';
import type { TaskDefinition } from '#lib/domain/rollout/task';
import { checkTaskIds } from './find-check';
import { links } from './links';
import { cloudTasks } from './tasks-cloud';
import { configurationTasks } from './tasks-configuration';
import { governanceTasks } from './tasks-governance';
import { ownersTasks } from './tasks-owners';
import { rolesTasks } from './tasks-roles';
import { togglesGroups, togglesTasks } from './tasks-toggles';
import { validationTasks } from './tasks-validation';

/** The panels of a step: each with its tasks by id, and last the tasks that no other shows. */
function panelsOf(tasks: readonly TaskDefinition[], tools: readonly Panel[] = []): Panel[] {
  const shown = tools.flatMap(({ taskIds }) => taskIds);
  const rest = tasks.map(({ id }) => id).filter((id) => !shown.includes(id));
  return rest.length === 0 ? [...tools] : [...tools, { kind: 'tasks', taskIds: rest }];
}

/** Steps 0–6 of guide 2026-03, in order. */
export const steps: readonly StepDefinition[] = [
  {
    number: 0,
    slug: 'owners-and-decision',
    title: 'Owners and decision',
    asks: 'Name a workspace owner, an IT management owner and a governance owner, and decide whether to roll out Codex local, Codex cloud or both. Review how people sign in before anything is turned on.',
    panels: panelsOf(ownersTasks, [
      { kind: 'owners', taskIds: ['owners'] },
      { kind: 'decision', taskIds: ['decision'] },
      { kind: 'authentication', taskIds: ['authentication'] },
    ]),
    signedBy: 'workspace',
    tasks: ownersTasks,
    links: [links.authentication, links.security],
    source: 'Guide 2026-03, “Step 0: Owners and rollout decision”',
  },
  {
    number: 1,
    slug: 'toggles',
    title: 'Workspace toggles',
    asks: 'Turn on only the Codex features you plan to roll out in this phase. You switch them in ChatGPT; here you say what is wanted, and confirm what you saw.',
    panels: panelsOf(togglesTasks, [
      {
        kind: 'settings',
        groups: togglesGroups,
        taskIds: togglesGroups.flatMap(({ taskIds }) => taskIds),
      },
    ]),
    signedBy: 'workspace',
    tasks: togglesTasks,
    links: [links.adminSettings, links.authentication, links.slack, links.security],
    source: 'Guide 2026-03, “Step 1: Enable workspace toggles”',
  },
  {
    number: 2,
    slug: 'roles',
    title: 'Custom roles',
    asks: 'Use roles to decide which users and groups may use Codex local and Codex cloud. Whoever is in a group with any custom role no longer uses the workspace defaults.',
    panels: panelsOf(rolesTasks, [{ kind: 'access', taskIds: rolesTasks.map(({ id }) => id) }]),
    signedBy: 'workspace',
    tasks: rolesTasks,
    links: [links.rbac],
    source: 'Guide 2026-03, “Step 2: Set up custom roles (RBAC)”',
  },
  {
    number: 3,
    slug: 'configuration',
    title: 'Local managed settings',
    asks: 'Set an approved baseline for how Codex behaves on developers’ computers before more of them get it. Requirements bind; managed defaults and Team Config are where people start.',
    panels: panelsOf(configurationTasks, [
      {
        kind: 'configuration',
        taskIds: ['configuration.requirements', 'configuration.managed_defaults', 'configuration.baseline'],
      },
      { kind: 'login', taskIds: ['configuration.login_restrictions'] },
      { kind: 'team-config', taskIds: ['configuration.team_config'] },
      { kind: 'places', taskIds: [] },
    ]),
    signedBy: 'it',
    tasks: configurationTasks,
    links: [links.managedConfiguration, links.configBasics, links.security, links.authentication],
    source: 'Guide 2026-03, “Step 3: Configure Codex local managed settings”',
  },
  {
    number: 4,
    slug: 'cloud',
    title: 'Codex cloud usage',
    asks: 'Once Codex cloud is turned on, connect the repositories, keep the IP allow list up to date and set up code review and integrations. This step applies only if cloud is part of the rollout.',
    panels: panelsOf(cloudTasks, [
      { kind: 'connection', taskIds: ['cloud.repositories', 'cloud.connector_tokens'] },
      { kind: 'egress', taskIds: ['cloud.egress'] },
      { kind: 'repositories', taskIds: ['cloud.code_review'] },
      { kind: 'environments', taskIds: ['cloud.environment'] },
      {
        kind: 'integrations',
        taskIds: ['cloud.integration.slack', 'cloud.integration.github', 'cloud.integration.linear'],
      },
      { kind: 'instructions', taskIds: ['cloud.instructions'] },
    ]),
    signedBy: 'it',
    tasks: cloudTasks,
    links: [
      links.codex,
      links.cloudEnvironments,
      links.environmentSettings,
      links.egressRanges,
      links.connectorRanges,
      links.codeReview,
      links.connectors,
      links.adminConnectors,
      links.slack,
      links.github,
      links.linear,
    ],
    source: 'Guide 2026-03, “Step 4: Configure Codex cloud usage (if enabled)”',
  },
  {
    number: 5,
    slug: 'governance',
    title: 'Governance',
    asks: 'Set up analytics and compliance early, so that adoption can be followed and incidents looked into. Name who reports and who reviews, settle how often, and say what success looks like.',
    panels: panelsOf(governanceTasks, [
      {
        kind: 'channels',
        taskIds: ['governance.dashboard', 'governance.analytics_api', 'governance.compliance_api'],
      },
      {
        kind: 'reporting-owners',
        taskIds: ['governance.adoption_owner', 'governance.audit_owner'],
      },
      { kind: 'cadence', taskIds: ['governance.cadence'] },
      { kind: 'measures', taskIds: ['governance.success'] },
    ]),
    signedBy: 'governance',
    tasks: governanceTasks,
    links: [links.governance, links.analytics],
    source: 'Guide 2026-03, “Step 5: Set up governance and observability”',
  },
  {
    number: 6,
    slug: 'validate',
    title: 'Confirm and validate',
    asks: 'Check that sign-in, access, managed configuration and governance data are as they were meant to be. Then roll out to further teams and organizations.',
    panels: panelsOf(validationTasks, [
      { kind: 'checks', taskIds: checkTaskIds },
      { kind: 'waves', taskIds: ['validate.waves'] },
    ]),
    signedBy: 'governance',
    tasks: validationTasks,
    links: [links.authentication],
    source: 'Guide 2026-03, “Step 6: Confirm and validate setup”',
  },
];

/** The step of an address; undefined for an address that names none. */
export const findStep = (slug: string): StepDefinition | undefined =>
  steps.find((step) => step.slug === slug);
